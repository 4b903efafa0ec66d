using System.Runtime.Intrinsics;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The vector operations the kernels are written in, over the raw vector type <typeparamref name="TVector"/>. Static abstract members on a
/// struct are resolved when the kernel is compiled for it, so nothing of this costs anything when it runs.
/// </summary>
internal unsafe interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Floats in one vector.</summary>
    static abstract int Width { get; }

    /// <summary>Whether 20 accumulators and their operands fit into registers at once.</summary>
    static abstract bool HasWideRegisterFile { get; }

    static abstract TVector Zero { get; }

    static abstract TVector Load(float* source);

    /// <summary>As many bytes, as floats.</summary>
    static abstract TVector LoadBytes(byte* source);

    static abstract void Store(float* destination, TVector value);

    static abstract TVector Broadcast(float value);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    static abstract TVector Divide(TVector left, TVector right);

    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    static abstract TVector Max(TVector left, TVector right);

    static abstract TVector Min(TVector left, TVector right);

    /// <summary>The value, or the border it is beyond; <paramref name="low"/> is the negative of <paramref name="high"/>.</summary>
    static abstract TVector Clamp(TVector value, TVector low, TVector high);

    /// <summary>The value times two to the power of a whole number from -126 to 0.</summary>
    static abstract TVector ScaleDown(TVector value, TVector exponent);

    static abstract TVector Log(TVector value);

    /// <summary>The values where the first two are equal, elsewhere zero.</summary>
    static abstract TVector WhereEqual(TVector left, TVector right, TVector value);

    static abstract float Sum(TVector value);

    /// <summary>Adds whole numbers, scaled, to as many doubles, and gives the totals.</summary>
    static abstract TVector AddScaled(double* totals, int* values, double scale);

    /// <summary>Stores whole numbers that fit into 16 bits.</summary>
    static abstract void StoreWords(short* destination, TVector value);

    /// <summary>The sums of four vectors, side by side.</summary>
    static abstract Vector128<float> Sums(TVector a, TVector b, TVector c, TVector d);
}
