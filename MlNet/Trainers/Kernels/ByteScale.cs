using System.Runtime.CompilerServices;

namespace Microsoft.ML.Trainers;

/// <summary>Finds what a feature's values are whole multiples of, exactly: pixels divided by anything come back as pixels.</summary>
internal static class ByteScale
{
    private const int Neighbours = 2;

    /// <summary>A scale such that each sample is exactly the float product of it and a whole number from 0 to 255; null where there is none.</summary>
    /// <param name="greatest">The greatest value of the feature; 0 where all are zero.</param>
    /// <param name="samples">Some values of the feature.</param>
    internal static float? Find(float greatest, List<float> samples)
    {
        if (greatest == 0)
            return 0;
        for (int levels = byte.MaxValue; levels > 0; levels--)
        {
            // The product may have been rounded, so that the scale is a neighbour of the quotient.
            float scale = greatest / levels;
            for (int i = 0; i < Neighbours; i++)
                scale = MathF.BitDecrement(scale);
            for (int i = -Neighbours; i <= Neighbours; i++, scale = MathF.BitIncrement(scale))
            {
                if (scale > 0 && levels * scale == greatest && Fits(samples, scale))
                    return scale;
            }
        }

        return null;
    }

    /// <summary>The whole number whose product with the scale a value is; below zero where it is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Quotient(float value, float scale, float inverse)
    {
        var level = (int)((value * inverse) + 0.5f);
        return level <= byte.MaxValue && level * scale == value ? level : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Fits(List<float> samples, float scale)
    {
        float inverse = 1 / scale;
        foreach (float sample in samples)
        {
            if (Quotient(sample, scale, inverse) < 0)
                return false;
        }

        return true;
    }
}
