namespace Microsoft.ML.Trainers;

/// <summary>The columns that every trainer reads.</summary>
public abstract class TrainerInputBase
{
    private protected TrainerInputBase()
    {
    }

    /// <summary>The feature column: a vector of Single of known size.</summary>
    public string FeatureColumnName = "Features";
}
