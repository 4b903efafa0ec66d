namespace Microsoft.ML.Trainers;

/// <summary>The proximal operator of an L1 penalty: values move towards zero by the threshold and stop there.</summary>
internal static class SoftThreshold
{
    internal static float Of(float value, float threshold) => value - MathF.Max(MathF.Min(value, threshold), -threshold);

    internal static void Apply(Span<float> values, float threshold)
    {
        foreach (ref float value in values)
            value = Of(value, threshold);
    }
}
