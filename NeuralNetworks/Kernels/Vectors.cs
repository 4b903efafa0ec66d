using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>Passes over plain vectors; every length is a whole number of vectors.</summary>
internal static unsafe class Vectors<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>destination = sum of <paramref name="count"/> terms, in order, each from <paramref name="offset"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(float*[] terms, nint offset, int count, int length, float* destination)
    {
        for (var i = 0; i < length; i += TSimd.Width)
        {
            var sum = TSimd.Load(terms[0] + offset + i);
            for (var term = 1; term < count; term++)
                sum = TSimd.Add(sum, TSimd.Load(terms[term] + offset + i));
            TSimd.Store(destination + i, sum);
        }
    }

    /// <summary>sum = a + b, then ReLU if asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(float* a, float* b, float* sum, int length, bool relu)
    {
        var least = TSimd.Set(relu ? 0 : float.NegativeInfinity);
        for (var i = 0; i < length; i += TSimd.Width)
            TSimd.Store(sum + i, TSimd.Max(least, TSimd.Add(TSimd.Load(a + i), TSimd.Load(b + i))));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Clear(float* values, nint length)
    {
        for (nint i = 0; i < length; i += TSimd.Width)
            TSimd.Store(values + i, TSimd.Zero);
    }

    /// <summary>
    /// A copy past the cache, for another core: an ordinary store to what another core has read waits until that core has given it up, one
    /// line after the other. <see cref="Cache.Fence"/> ends a series of them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Stream(float* source, int length, float* destination)
    {
        for (var i = 0; i < length; i += TSimd.Width)
            TSimd.StoreStreaming(destination + i, TSimd.Load(source + i));
    }

    /// <summary>values += share * (target - values).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Approach(float* values, float* target, int length, float share)
    {
        var step = TSimd.Set(share);
        for (var i = 0; i < length; i += TSimd.Width)
        {
            var value = TSimd.Load(values + i);
            TSimd.Store(values + i, TSimd.MultiplyAdd(step, TSimd.Subtract(TSimd.Load(target + i), value), value));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float SumOfSquares(float* values, int length)
    {
        var sum = TSimd.Zero;
        for (var i = 0; i < length; i += TSimd.Width)
            sum = TSimd.MultiplyAdd(TSimd.Load(values + i), TSimd.Load(values + i), sum);
        return TSimd.Sum(sum);
    }

    /// <summary>Adds the sum of a matrix' rows to <paramref name="sums"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddColumnSums(float* matrix, int rows, nint rowStride, int columns, float* sums)
    {
        for (var column = 0; column < columns; column += TSimd.Width)
        {
            var sum = TSimd.Zero;
            for (var row = 0; row < rows; row++)
                sum = TSimd.Add(sum, TSimd.Load(matrix + (row * rowStride) + column));
            TSimd.Store(sums + column, TSimd.Add(TSimd.Load(sums + column), sum));
        }
    }

    /// <summary>Adds a bias to every row, in place, then ReLU and dropout as asked; <paramref name="position"/> is the first value's for the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Finish(float* values, int rows, nint rowStride, int columns, float* bias, bool relu, bool drop, in DropoutMask mask, uint position)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column += TSimd.Width)
            {
                var value = TSimd.Load(values + column);
                if (bias != null)
                    value = TSimd.Add(value, TSimd.Load(bias + column));
                if (relu)
                    value = TSimd.Max(TSimd.Zero, value);
                if (drop)
                    value = TSimd.Multiply(value, TSimd.Keep(mask.Key, position + (uint)column, mask.Threshold, mask.Scale));
                TSimd.Store(values + column, value);
            }

            values += rowStride;
            position += (uint)rowStride;
        }
    }

    /// <summary>
    /// Gradient through ReLU and dropout at once, in place: where the output is positive it was neither cut off nor dropped, so the gradient
    /// passes, times <paramref name="scale"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaskPositive(float* gradient, float* output, int length, float scale)
    {
        var factor = TSimd.Set(scale);
        for (var i = 0; i < length; i += TSimd.Width)
            TSimd.Store(gradient + i, TSimd.Multiply(factor, TSimd.IfGreater(TSimd.Load(output + i), TSimd.Zero, TSimd.Load(gradient + i), TSimd.Zero)));
    }

    /// <summary>destination = source times dropout's factors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Drop(float* source, float* destination, int length, in DropoutMask mask, uint position)
    {
        for (var i = 0; i < length; i += TSimd.Width)
            TSimd.Store(destination + i, TSimd.Multiply(TSimd.Load(source + i), TSimd.Keep(mask.Key, position + (uint)i, mask.Threshold, mask.Scale)));
    }

    /// <summary>destination = bytes * scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FromBytes(byte* source, float scale, int length, float* destination)
    {
        var factor = TSimd.Set(scale);
        var i = 0;
        for (; i + TSimd.Width <= length; i += TSimd.Width)
            TSimd.Store(destination + i, TSimd.Multiply(TSimd.LoadBytes(source + i), factor));
        for (; i < length; i++)
            destination[i] = source[i] * scale;
    }
}
