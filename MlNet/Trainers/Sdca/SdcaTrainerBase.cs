using System.Globalization;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>What the trainers by stochastic dual coordinate ascent share.</summary>
public abstract partial class SdcaTrainerBase<TOptions, TTransformer, TModel> : StochasticTrainerBase<TTransformer, TModel>
    where TOptions : SdcaTrainerBase<TOptions, TTransformer, TModel>.OptionsBase, new()
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private const float LeastL2 = 1e-9f;

    private protected SdcaTrainerBase(IHost host, TOptions options, SchemaShape.Column label)
        : base(host, TrainerColumns.Features(options.FeatureColumnName), label, TrainerColumns.Weight(options.ExampleWeightColumnName))
    {
        Settings = options;
        Check(options.L2Regularization is not < 0, nameof(options.L2Regularization), "at least 0", options.L2Regularization);
        Check(options.L1Regularization is not < 0, nameof(options.L1Regularization), "at least 0", options.L1Regularization);
        Check(options.NumberOfThreads is not <= 0, nameof(options.NumberOfThreads), "greater than 0", options.NumberOfThreads);
        Check(options.ConvergenceTolerance is > 0 and <= 1, nameof(options.ConvergenceTolerance), "in (0, 1]", options.ConvergenceTolerance);
        Check(options.MaximumNumberOfIterations is not <= 0, nameof(options.MaximumNumberOfIterations), "greater than 0", options.MaximumNumberOfIterations);
        Check(options.BiasLearningRate >= 0, nameof(options.BiasLearningRate), "at least 0", options.BiasLearningRate);
    }

    private protected TOptions Settings { get; }

    /// <summary>
    /// Draws the seeds of all passes up front. Data that cannot shuffle is read through a pool of rows, which is a component with random numbers of its own.
    /// </summary>
    private protected RowOrders DrawOrders(TrainingSet data)
    {
        if (!data.CanShuffle)
            Host.Register("RowShufflingTransformer");
        var seeds = new int[Settings.MaximumNumberOfIterations ?? Passes(data.Count)];
        for (int i = 0; i < seeds.Length; i++)
            seeds[i] = Host.Rand.Next();
        return Settings.Shuffle ? RowOrders.Seeded(Host.Rand, data, seeds) : RowOrders.AsRead(Host.Rand);
    }

    /// <summary>The options with what is left open chosen by the data, and said in the log.</summary>
    private protected DualAscentOptions Tune(TrainingSet data, ISupportSdcaLoss loss, IChannel channel, RowOrders orders)
    {
        if (data.Count == 0)
            throw new InvalidOperationException("Training set has 0 instances, aborting training.");
        channel.Info(MessageSensitivity.None, "Using 1 thread to train.");
        if (Settings.ConvergenceCheckFrequency is null)
            channel.Info(MessageSensitivity.None, "Automatically choosing a check frequency of {0}.", 1);

        int iterations = Settings.MaximumNumberOfIterations ?? Passes(data.Count);
        if (Settings.MaximumNumberOfIterations is null)
            channel.Info(MessageSensitivity.None, "Auto-tuning parameters: maxIterations = {0}.", iterations);

        // So that a row's weight falls off over half of the passes.
        float l2 = Settings.L2Regularization ?? MathF.Max(1e-6f, 20f / ((float)Math.Max(2, iterations / 2) * data.Count));
        if (Settings.L2Regularization is null)
            channel.Info(MessageSensitivity.None, "Auto-tuning parameters: L2 = {0}.", l2);
        if (l2 < LeastL2)
        {
            channel.Warning(MessageSensitivity.None, "The dual problem needs an L2 of at least {0}, which is used instead of {1}.", LeastL2, l2);
            l2 = LeastL2;
        }

        float l1 = Settings.L1Regularization ?? data.Rows.Features switch
        {
            < 100 => 0,
            < 1_000 => 0.25f,
            < 10_000 => 0.5f,
            _ => 1,
        };
        if (Settings.L1Regularization is null)
            channel.Info(MessageSensitivity.None, "Auto-tuning parameters: L1Threshold (L1/L2) = {0}.", l1);
        return new DualAscentOptions
        {
            Loss = loss,
            L2 = l2,
            L1Threshold = l1,
            Iterations = iterations,
            Tolerance = Settings.ConvergenceTolerance,
            CheckFrequency = Settings.ConvergenceCheckFrequency is <= 0 ? int.MaxValue : Settings.ConvergenceCheckFrequency ?? 1,
            BiasLearningRate = Settings.BiasLearningRate,
            Order = orders.Fill,
            Threads = Settings.NumberOfThreads ?? Environment.ProcessorCount,
        };
    }

    private protected static void Report(IChannel channel, DualAscentReport seen)
    {
        channel.Trace(
            MessageSensitivity.None,
            "SDCA iteration {0}: loss {1:G7}, dual loss {2:G7}, duality gap {3:G4}",
            seen.Iteration,
            seen.Primal,
            seen.Dual,
            seen.Primal - seen.Dual);
    }

    /// <summary>Says which pass the model is of; 0 where no pass was judged.</summary>
    private protected static void ReportBest(IChannel channel, int iteration)
    {
        if (iteration > 0)
            channel.Info(MessageSensitivity.None, "Using best model from iteration {0}.", iteration);
        else
            channel.Info(MessageSensitivity.None, "Using model from last iteration.");
    }

    private static void Check(bool holds, string option, string wanted, object? received)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(option, string.Create(CultureInfo.InvariantCulture, $"{option} must be {wanted}. Received: {received}."));
    }

    /// <summary>About 1.5 million steps.</summary>
    private static int Passes(int rows) => 3 * Math.Max(1, 500_000 / Math.Max(1, rows));
}
