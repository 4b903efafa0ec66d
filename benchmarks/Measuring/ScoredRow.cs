namespace MlNetFashion.Benchmarks;

/// <summary>What an app asks a model for.</summary>
internal sealed class ScoredRow
{
    public float[] Score { get; set; } = [];
}
