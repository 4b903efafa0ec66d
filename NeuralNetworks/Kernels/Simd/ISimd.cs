namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// The operations kernels are written in, for one vector width. A kernel is generic in the implementing struct and in the raw vector
/// type, so that the compiler makes one copy a width with every operation inlined; a struct wrapped around the vector would cost moves.
/// </summary>
/// <typeparam name="TVector">The vector itself: Vector512, Vector256 or Vector128 of float, or float.</typeparam>
internal unsafe interface ISimd<TVector>
    where TVector : struct
{
    /// <summary>Number of floats in a vector.</summary>
    static abstract int Width { get; }

    /// <summary>Vector registers the processor has: 16 or 32. Decides how large a tile a kernel keeps in them.</summary>
    static abstract int Registers { get; }

    static abstract TVector Zero { get; }

    static abstract TVector Load(float* address);

    static abstract void Store(float* address, TVector value);

    /// <summary>Stores past the cache, to an address that is a multiple of the vector's size; see <see cref="Cache.Fence"/>.</summary>
    static abstract void StoreStreaming(float* address, TVector value);

    /// <summary>The same number in every lane.</summary>
    static abstract TVector Set(float value);

    /// <summary>One byte a lane, converted to float.</summary>
    static abstract TVector LoadBytes(byte* address);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    static abstract TVector SquareRoot(TVector a);

    /// <summary>a * b + c, rounded once where the processor can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The larger; b where b is not a number.</summary>
    static abstract TVector Max(TVector a, TVector b);

    static abstract TVector Abs(TVector a);

    /// <summary>The nearest whole number.</summary>
    static abstract TVector Round(TVector a);

    /// <summary>Two to the power of a whole number from -126 to 127.</summary>
    static abstract TVector PowerOfTwo(TVector a);

    /// <summary>Per lane: a greater than b ? x : y.</summary>
    static abstract TVector IfGreater(TVector a, TVector b, TVector x, TVector y);

    static abstract float Sum(TVector a);

    /// <summary>One bit a lane, the first lane's the lowest: whether it is anything but zero.</summary>
    static abstract ulong NonZeros(TVector a);

    /// <summary>Per lane, as an integer from 0 to 3: the first of a, b, c and a fourth that equals their <paramref name="max"/>.</summary>
    static abstract TVector IndexOfMax(TVector a, TVector b, TVector c, TVector max);

    /// <summary>Puts a two-bit index on top of a lane's 32 bits, pushing older ones down.</summary>
    static abstract TVector PushIndex(TVector packed, TVector index);

    /// <summary>Shifts every lane's bits down by a number of bits below 32.</summary>
    static abstract TVector ShiftDown(TVector packed, int bits);

    /// <summary>Per lane: lowest two bits equal to <paramref name="index"/> ? value : 0.</summary>
    static abstract TVector IfIndex(TVector packed, int index, TVector value);

    /// <summary>
    /// Dropout's factor for the values at <paramref name="position"/> and on: <paramref name="scale"/> or 0, decided by
    /// <see cref="DropoutMask"/>, so that it depends on the position alone and not on the width.
    /// </summary>
    static abstract TVector Keep(uint key, uint position, uint threshold, float scale);
}
