namespace Microsoft.ML.Trainers;

/// <summary>How <see cref="QuasiNewton"/> minimises.</summary>
internal sealed record QuasiNewtonOptions
{
    /// <summary>Pairs of steps and gradient changes remembered.</summary>
    internal int HistorySize { get; init; } = 20;

    /// <summary>Weight of the sum of magnitudes; 0 minimises a smooth function.</summary>
    internal float L1 { get; init; }

    /// <summary>The first so many parameters are free of the L1 penalty and of the sign.</summary>
    internal int Unpenalized { get; init; }

    /// <summary>Keeps all penalised parameters at or above zero.</summary>
    internal bool NonNegative { get; init; }

    /// <summary>The improvement of the value, as a mean that gives each iteration a quarter of the next one's weight, under which the minimisation ends.</summary>
    internal float Tolerance { get; init; } = 1e-7f;

    internal int MaximumIterations { get; init; } = int.MaxValue;
}
