namespace MlNetFashion.Benchmarks;

/// <summary>One timed stretch of work.</summary>
/// <param name="Images">Images that went through.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Loss">Mean loss over the stretch; null where nothing was trained.</param>
internal readonly record struct Round(long Images, double Seconds, double? Loss = null)
{
    public double ImagesPerSecond => Images / Seconds;
}
