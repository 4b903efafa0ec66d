namespace Microsoft.ML.Trainers;

/// <summary>The columns of trainers that learn without labels and may weigh rows.</summary>
public abstract class UnsupervisedTrainerInputBaseWithWeight : TrainerInputBase
{
    private protected UnsupervisedTrainerInputBaseWithWeight()
    {
    }

    /// <summary>A column with a weight a row, a Single; null where all rows weigh the same.</summary>
    public string? ExampleWeightColumnName;
}
