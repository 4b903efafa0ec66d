namespace Microsoft.ML.Trainers;

/// <summary>The columns of trainers that learn from labels and may weigh rows.</summary>
public abstract class TrainerInputBaseWithWeight : TrainerInputBaseWithLabel
{
    private protected TrainerInputBaseWithWeight()
    {
    }

    /// <summary>A column with a weight a row, a Single; null where all rows weigh the same.</summary>
    public string? ExampleWeightColumnName;
}
