namespace MlNetFashion.Benchmarks;

/// <summary>One timed stretch of training.</summary>
/// <param name="Images">Images trained on.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Loss">Mean loss over the stretch.</param>
internal readonly record struct Round(long Images, double Seconds, double Loss)
{
    public double ImagesPerSecond => Images / Seconds;
}
