using System.Runtime.Intrinsics;

namespace Microsoft.ML.Trainers;

/// <summary>Vectors of 16-bit whole numbers, whose products are summed exactly in 32 bits; resolved when a kernel is compiled, as <see cref="ILanes{TVector}"/>.</summary>
internal unsafe interface IWordLanes<TVector>
    where TVector : struct
{
    /// <summary>Words in one vector.</summary>
    static abstract int Width { get; }

    /// <summary>Whether 18 sums and their operands fit into registers at once.</summary>
    static abstract bool HasWideRegisterFile { get; }

    static abstract TVector Zero { get; }

    /// <summary>As many bytes, as words.</summary>
    static abstract TVector LoadBytes(byte* source);

    static abstract TVector Load(short* source);

    /// <summary>Two words, over and over.</summary>
    static abstract TVector BroadcastPair(short* source);

    /// <summary>Of each eight words those at even places, then those at odd ones.</summary>
    static abstract TVector Part(TVector value);

    /// <summary>Adds the products of words, two neighbours' together, to 32-bit sums.</summary>
    static abstract TVector MultiplyAddPairs(TVector left, TVector right, TVector sums);

    /// <summary>The total of the 128-bit parts of 32-bit sums.</summary>
    static abstract Vector128<int> Fold(TVector sums);

    /// <summary>Adds 32-bit sums, scaled, to as many floats.</summary>
    static abstract void AddScaled(float* target, TVector sums, float scale);
}
