using System.Globalization;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>What the trainers that minimise by limited-memory BFGS share. With an L1 penalty the method is OWL-QN.</summary>
public abstract partial class LbfgsTrainerBase<TOptions, TTransformer, TModel> : TrainerEstimatorBase<TTransformer, TModel>
    where TOptions : LbfgsTrainerBase<TOptions, TTransformer, TModel>.OptionsBase, new()
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private protected LbfgsTrainerBase(IHost host, TOptions options, SchemaShape.Column label)
        : base(host, TrainerColumns.Features(options.FeatureColumnName), label, TrainerColumns.Weight(options.ExampleWeightColumnName))
    {
        Settings = options;
        Positive(options.OptimizationTolerance > 0, nameof(options.OptimizationTolerance), "greater than 0", options.OptimizationTolerance);
        Positive(options.L1Regularization >= 0, nameof(options.L1Regularization), "at least 0", options.L1Regularization);
        Positive(options.L2Regularization >= 0, nameof(options.L2Regularization), "at least 0", options.L2Regularization);
        Positive(options.HistorySize > 0, nameof(options.HistorySize), "greater than 0", options.HistorySize);
        Positive(options.MaximumNumberOfIterations > 0, nameof(options.MaximumNumberOfIterations), "greater than 0", options.MaximumNumberOfIterations);
        Positive(options.InitialWeightsDiameter >= 0, nameof(options.InitialWeightsDiameter), "at least 0", options.InitialWeightsDiameter);
        Positive(options.NumberOfThreads is not <= 0, nameof(options.NumberOfThreads), "greater than 0", options.NumberOfThreads ?? 0);
    }

    /// <inheritdoc/>
    public override TrainerInfo Info { get; } = new(needNormalization: true, wantCaching: true);

    private protected TOptions Settings { get; }

    /// <summary>Reads the data, minimises and says what happened. <paramref name="outputs"/> biases come first, then as many weight vectors.</summary>
    private protected QuasiNewtonResult Optimize(
        TrainingSet data, int outputs, float[]? initial, IChannel channel, Func<float[], QuasiNewtonOptions, int, Action<int, double, double>, QuasiNewtonResult> minimize)
    {
        if (data.Count == 0)
            throw new InvalidOperationException("No valid training instances found, all instances have missing features.");
        int parameters = checked(outputs * (1 + data.Rows.Features));
        double totalWeight = data.Weights is null ? data.Count : data.Weights.Sum(weight => (double)weight);
        if (!(totalWeight > 0))
            throw new InvalidOperationException($"Weights with a positive sum were expected in column '{WeightColumn.Name}'. Received: {totalWeight.ToString(CultureInfo.InvariantCulture)}.");
        var solver = new QuasiNewtonOptions
        {
            HistorySize = Settings.HistorySize,
            L1 = Settings.L1Regularization / data.Count,
            Unpenalized = outputs,
            NonNegative = Settings.EnforceNonNegativity,
            Tolerance = Settings.OptimizationTolerance,
            MaximumIterations = Settings.MaximumNumberOfIterations,
        };

        Say(channel, "Beginning optimization");
        Say(channel, "num vars: {0}", parameters);
        Say(channel, "improvement criterion: Mean Improvement");
        int threads = Settings.NumberOfThreads ?? Environment.ProcessorCount;
        QuasiNewtonResult result = minimize(initial ?? Start(parameters), solver, threads, Report);
        if (result.Premature is { } why)
        {
            channel.Warning(
                MessageSensitivity.None, "Premature convergence occurred. The OptimizationTolerance may be set too small. {0}", why);
        }

        if (Settings.L1Regularization > 0)
            Say(channel, "L1 regularization selected {0} of {1} weights.", result.Point.Count(value => value != 0), parameters);
        return result;

        void Report(int iteration, double value, double improvement)
        {
            if (!Settings.Quiet)
                channel.Trace(MessageSensitivity.None, "LBFGS iteration {0}: loss {1:G7}, improvement {2:G4}", iteration, value, improvement);
        }
    }

    private static void Positive(bool holds, string option, string wanted, object received)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(option, string.Create(CultureInfo.InvariantCulture, $"{option} must be {wanted}. Received: {received}."));
    }

    private float[] Start(int parameters)
    {
        var start = new float[parameters];
        if (Settings.InitialWeightsDiameter == 0)
            return start;
        foreach (ref float value in start.AsSpan())
        {
            value = Settings.InitialWeightsDiameter * (Host.Rand.NextSingle() - 0.5f);
            if (Settings.EnforceNonNegativity)
                value = MathF.Abs(value);
        }

        return start;
    }

    private void Say(IChannel channel, string format, params object[] values)
    {
        if (!Settings.Quiet)
            channel.Info(MessageSensitivity.None, format, values);
    }
}
