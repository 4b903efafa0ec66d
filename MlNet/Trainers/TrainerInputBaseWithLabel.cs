namespace Microsoft.ML.Trainers;

/// <summary>The columns of trainers that learn from labels.</summary>
public abstract class TrainerInputBaseWithLabel : TrainerInputBase
{
    private protected TrainerInputBaseWithLabel()
    {
    }

    /// <summary>The label column.</summary>
    public string LabelColumnName = "Label";
}
