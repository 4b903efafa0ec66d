namespace Microsoft.ML.Trainers;

/// <summary>How dual coordinate ascent works.</summary>
internal sealed record DualAscentOptions
{
    internal required ISupportSdcaLoss Loss { get; init; }

    /// <summary>Weight of half the squared length of all weights and biases, for a row.</summary>
    internal required float L2 { get; init; }

    /// <summary>Weight of the sum of magnitudes, relative to <see cref="L2"/>: the threshold under which a weight is zero.</summary>
    internal required float L1Threshold { get; init; }

    internal required int Iterations { get; init; }

    /// <summary>The duality gap over the primal loss under which the work ends.</summary>
    internal required float Tolerance { get; init; }

    /// <summary>Passes from one look at the gap to the next.</summary>
    internal required int CheckFrequency { get; init; }

    /// <summary>Learning rate of biases that are not penalised; 0 for none.</summary>
    internal float BiasLearningRate { get; init; }

    /// <summary>How much more a positive row of a binary label weighs.</summary>
    internal float PositiveWeight { get; init; } = 1;

    /// <summary>Fills in the order of the rows in a pass; passes count from zero.</summary>
    internal required Action<int, int[]> Order { get; init; }

    internal required int Threads { get; init; }
}
