using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>What trainers that grow trees one upon the other share.</summary>
public abstract class BoostingFastTreeTrainerBase<TOptions, TTransformer, TModel> : FastTreeTrainerBase<TOptions, TTransformer, TModel>
    where TOptions : BoostedTreeOptions, new()
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private protected BoostingFastTreeTrainerBase(IHost host, TOptions options, SchemaShape.Column label)
        : base(host, options, label)
    {
        if (!(options.LearningRate > 0))
            throw Bad(nameof(options.LearningRate), "above 0", options.LearningRate);
        if (!(options.MaximumTreeOutput > 0))
            throw Bad(nameof(options.MaximumTreeOutput), "above 0", options.MaximumTreeOutput);
        Supported(nameof(options.OptimizationAlgorithm), options.OptimizationAlgorithm == BoostedTreeOptions.OptimizationAlgorithmType.GradientDescent);
        Supported(nameof(options.UseLineSearch), !options.UseLineSearch);
        Supported(nameof(options.DropoutRate), options.DropoutRate == 0);
        Supported(nameof(options.GetDerivativesSampleRate), options.GetDerivativesSampleRate == 1);
        Supported(nameof(options.RandomStart), !options.RandomStart);
    }

    /// <summary>The options that differ from their defaults, as ML.NET notes them in the model.</summary>
    private protected string Arguments()
    {
        var defaults = new TOptions();
        var parts = new List<string>();
        if (Settings.LearningRate != defaults.LearningRate)
            parts.Add(FormattableString.Invariant($"lr={Settings.LearningRate}"));
        int pool = Settings.HistogramPoolSize < 2 ? Settings.NumberOfLeaves * 2 / 3 : Settings.HistogramPoolSize;
        parts.Add(FormattableString.Invariant($"ps={pool}"));
        if (Settings.NumberOfLeaves != defaults.NumberOfLeaves)
            parts.Add(FormattableString.Invariant($"nl={Settings.NumberOfLeaves}"));
        if (Settings.MinimumExampleCountPerLeaf != defaults.MinimumExampleCountPerLeaf)
            parts.Add(FormattableString.Invariant($"mil={Settings.MinimumExampleCountPerLeaf}"));
        if (Settings.NumberOfTrees != defaults.NumberOfTrees)
            parts.Add(FormattableString.Invariant($"iter={Settings.NumberOfTrees}"));
        return string.Join(' ', parts);
    }

    private protected sealed override TModel Train(IDataView input, object? initial, IChannel channel)
    {
        using TrainingSet data = TrainingSet.Read(input, FeatureColumn, LabelColumn, WeightColumn, channel);
        using TrainingSet? validation = initial is IDataView held ? TrainingSet.Read(held, FeatureColumn, LabelColumn, WeightColumn, channel) : null;
        return TrainOn(data, validation, channel);
    }

    private protected TModel TrainOn(TrainingSet data, TrainingSet? validation, IChannel channel)
    {
        if (data.Count == 0)
            throw new InvalidOperationException("All instances skipped due to missing features.");
        if (validation is not null && validation.Rows.Features != data.Rows.Features)
        {
            throw new ArgumentException(
                $"Validation rows of {data.Rows.Features} features were expected, as the training rows have. Received: {validation.Rows.Features}.", nameof(validation));
        }

        TreeNodes[] trees = new Boosting(data, validation, Settings, MakeLoss(data), channel).Run();
        return MakeModel(trees, data.Rows.Features);
    }

    private protected abstract ITreeLoss MakeLoss(TrainingSet data);

    private protected abstract TModel MakeModel(TreeNodes[] trees, int features);
}
