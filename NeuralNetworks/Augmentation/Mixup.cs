using System.Numerics;
using System.Runtime.InteropServices;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Mixup (Zhang et al. 2018, "mixup: Beyond Empirical Risk Minimization"): two images of a batch become two blends of each other, and so do
/// their targets. Partners are the first and the last, the second and the last but one, and so on; batches are shuffled, so they are random.
/// </summary>
internal sealed class Mixup(double alpha, int seed)
{
    /// <summary>The place of an image's partner in a batch of <paramref name="count"/>; its own for the middle one.</summary>
    public static int Partner(int place, int count) => count - 1 - place;

    /// <summary>The share of itself that both partners keep, between 0 and 1; they get the rest from the other.</summary>
    /// <param name="epoch">The same number as for the other changes.</param>
    /// <param name="index">Row in the training set of the partner that comes first in the batch.</param>
    public float Share(int epoch, int index) => (float)new ImageRandom(seed, RandomStream.Mixup, epoch, index).NextBeta(alpha);

    /// <summary>Blends two images of the same length into each other, in place.</summary>
    public static void Blend(Span<float> first, Span<float> second, float share)
    {
        var rest = 1 - share;
        var these = MemoryMarshal.Cast<float, Vector<float>>(first);
        var those = MemoryMarshal.Cast<float, Vector<float>>(second);
        for (var i = 0; i < these.Length; i++)
            (these[i], those[i]) = (these[i] * share + those[i] * rest, those[i] * share + these[i] * rest);
        for (var i = these.Length * Vector<float>.Count; i < first.Length; i++)
            (first[i], second[i]) = (first[i] * share + second[i] * rest, second[i] * share + first[i] * rest);
    }
}
