namespace Microsoft.ML.Trainers;

/// <summary>The columns of trainers that may group rows.</summary>
public abstract class TrainerInputBaseWithGroupId : TrainerInputBaseWithWeight
{
    private protected TrainerInputBaseWithGroupId()
    {
    }

    /// <summary>A column with the group of each row; null where there are none.</summary>
    public string? RowGroupColumnName;
}
