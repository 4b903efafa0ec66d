namespace MlNetFashion.Evaluation;

/// <summary>What a cell says beyond its words; the words say it too.</summary>
public enum CellTone
{
    None,
    Good,
    Bad,
}
