namespace MlNetFashion.Experiments.Running;

/// <summary>How many images a quick look takes, at most.</summary>
internal sealed record RowLimit(int Train, int Test);
