namespace MlNetFashion.Experiments.Catalogue;

/// <summary>Accuracies as a report prints them, from 0 to 1.</summary>
internal sealed record ReportedFigures(double Test, double? Train = null, double? Validation = null)
{
    /// <summary>The loss on the test images, where the report prints one; on Keras it holds the L2 penalty as well.</summary>
    public double? Loss { get; init; }

    /// <summary>Half of the last digit that the report prints: 0.00005 for 91.81 %, 0.005 for 92 %. The default value is 0.00005.</summary>
    public double Rounding { get; init; } = 0.00005;
}
