using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>A linear classifier of a binary label trained by stochastic dual coordinate ascent.</summary>
public abstract partial class SdcaBinaryTrainerBase<TModelParameters>
    : SdcaTrainerBase<SdcaBinaryTrainerBase<TModelParameters>.BinaryOptionsBase, BinaryPredictionTransformer<TModelParameters>, TModelParameters>, IBinaryTrainer
    where TModelParameters : class
{
    private readonly ISupportSdcaClassificationLoss _loss;

    private protected SdcaBinaryTrainerBase(IHost host, BinaryOptionsBase options, ISupportSdcaClassificationLoss loss)
        : base(host, options, TrainerColumns.BooleanLabel(options.LabelColumnName))
    {
        _loss = loss;
        if (!(options.PositiveInstanceWeight > 0))
            throw new ArgumentOutOfRangeException(nameof(options), $"PositiveInstanceWeight must be greater than 0. Received: {(decimal)options.PositiveInstanceWeight}.");
    }

    /// <inheritdoc/>
    public override TrainerInfo Info { get; } = new(needNormalization: true, wantCaching: true);

    SchemaShape.Column IBinaryTrainer.FeatureColumn => FeatureColumn;

    SchemaShape.Column IBinaryTrainer.WeightColumn => WeightColumn;

    int? IBinaryTrainer.NumberOfThreads => Settings.NumberOfThreads;

    RowOrders IBinaryTrainer.DrawOrders(TrainingSet data, IChannel channel) => DrawOrders(data);

    object IBinaryTrainer.TrainOn(TrainingSet data, object? initial, IChannel channel, RowOrders orders) => TrainOn(data, channel, orders);

    private protected override TModelParameters Train(IDataView input, object? initial, IChannel channel)
    {
        using TrainingSet data = TrainingSet.Read(input, FeatureColumn, LabelColumn, WeightColumn, channel);
        return TrainOn(data, channel, DrawOrders(data));
    }

    private protected override BinaryPredictionTransformer<TModelParameters> MakeTransformer(TModelParameters model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);

    /// <summary>The model of a bias and the weights behind it.</summary>
    private protected abstract TModelParameters CreateModel(ReadOnlySpan<float> parameters);

    private TModelParameters TrainOn(TrainingSet data, IChannel channel, RowOrders orders)
    {
        DualAscentOptions options = Tune(data, _loss, channel, orders) with { PositiveWeight = Settings.PositiveInstanceWeight };
        (float[] parameters, int best) = BinaryDualAscent.Maximize(data.Rows, data.Signs, data.Weights, options, seen => Report(channel, seen));
        ReportBest(channel, best);
        return CreateModel(parameters);
    }
}
