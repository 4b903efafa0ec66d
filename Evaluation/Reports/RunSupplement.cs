namespace MlNetFashion.Evaluation;

/// <summary>What a run knows of itself beyond its test result.</summary>
public sealed record RunSupplement
{
    /// <summary>Nothing beyond.</summary>
    public static readonly RunSupplement None = new();

    /// <summary>Accuracy of the finished model on the rows it was trained on, those held back included, 0 to 1; null where not measured.</summary>
    public double? TrainAccuracy { get; init; }

    /// <summary>The number its logits were divided by, fitted on the rows held back; null where they were left alone.</summary>
    public double? Temperature { get; init; }

    /// <summary>Further sections of the report.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];
}
