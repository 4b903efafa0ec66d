using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// Products with a matrix that is mostly zeros, as what comes out of ReLU and dropout is: C's row (+)= sum over the numbers of A's row that are
/// not zero, of number * B's row. The same sums in the same order as <see cref="MatrixProduct{TSimd, TVector}"/>, from which only additions of
/// zero are missing: while B is finite, no bit differs.
/// </summary>
internal static unsafe class SparseProduct<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>Numbers whose being zero or not goes into one word.</summary>
    public const int Word = 64;

    // With more numbers that are not zero, or fewer rows that meet the same B, tiles of many rows are faster.
    private const double LargestShare = 0.5;
    private const int LeastRows = 32;

    private const int RowsLookedAt = 4;
    private const int MostVectors = 8;

    /// <summary>Whether a matrix is sparse enough for this.</summary>
    public static bool IsFaster(long nonZeros, int rows, int columns) => rows >= LeastRows && nonZeros <= LargestShare * rows * columns;

    /// <summary>The same, judged by some of its rows.</summary>
    public static bool IsFaster(float* matrix, nint rowStride, int rows, int columns)
    {
        if (rows < LeastRows)
            return false;
        var count = 0L;
        for (var i = 0; i < RowsLookedAt; i++)
        {
            for (var column = 0; column < columns; column += Word)
                count += BitOperations.PopCount(NonZeros(matrix + ((nint)rows * i / RowsLookedAt * rowStride) + column, Math.Min(Word, columns - column)));
        }

        return IsFaster(count * rows / RowsLookedAt, rows, columns);
    }

    /// <summary>Which of up to 64 numbers are not zero, the first in the lowest bit. What follows them may be read up to a whole vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong NonZeros(float* values, int count)
    {
        var bits = 0UL;
        for (var i = 0; i < count; i += TSimd.Width)
            bits |= TSimd.NonZeros(TSimd.Load(values + i)) << i;
        return count == Word ? bits : bits & ((1UL << count) - 1);
    }

    /// <summary>One row of C, for a number of vectors of B.</summary>
    /// <param name="shape">What of A's row, and strides of B and C.</param>
    /// <param name="nonZeros">Where A's row is not zero, from the shape's first number on, 64 numbers a word.</param>
    /// <param name="vectors">Columns of B to use, in vectors.</param>
    /// <param name="a">A's row.</param>
    /// <param name="b">Row 0 of B's first panel to use.</param>
    /// <param name="c">C's row.</param>
    /// <param name="start">What the sums begin with, vector after vector, or null: zero.</param>
    /// <param name="ahead">What to ask for meanwhile, or null.</param>
    public static void Row(in SparseShape shape, ulong* nonZeros, int vectors, float* a, float* b, float* c, float* start, Lookahead? ahead)
    {
        var steps = 0;
        for (var word = 0; word * Word < shape.Depth; word++)
            steps += BitOperations.PopCount(nonZeros[word]);
        for (; vectors > 0; vectors -= MostVectors)
        {
            var wanted = ahead is null ? null : ahead.Take(steps);
            switch (vectors)
            {
                case 1: Columns<One>(shape, nonZeros, a, b, c, start, wanted); break;
                case 2: Columns<Two>(shape, nonZeros, a, b, c, start, wanted); break;
                case 3: Columns<Three>(shape, nonZeros, a, b, c, start, wanted); break;
                case 4: Columns<Four>(shape, nonZeros, a, b, c, start, wanted); break;
                case 5: Columns<Five>(shape, nonZeros, a, b, c, start, wanted); break;
                case 6: Columns<Six>(shape, nonZeros, a, b, c, start, wanted); break;
                case 7: Columns<Seven>(shape, nonZeros, a, b, c, start, wanted); break;
                default: Columns<Eight>(shape, nonZeros, a, b, c, start, wanted); break;
            }

            b += 4 * shape.BPanel;
            c += 4 * shape.CPanel;
            if (start != null)
                start += MostVectors * TSimd.Width;
        }
    }

    /// <summary>The sums of some vectors of C, one register each; their number is a type, so that the compiler leaves out the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<TCount>(in SparseShape shape, ulong* nonZeros, float* a, float* b, float* c, float* start, float* ahead)
        where TCount : struct, ICount
    {
        nint row = shape.BRow, narrowRow = shape.BNarrowRow, line = ahead == null ? 0 : Cache.Line;
        ahead = ahead == null ? b : ahead;
        float* b1 = b + shape.BPanel, b2 = b1 + shape.BPanel, b3 = b2 + shape.BPanel;
        TVector c0 = TSimd.Zero, c1 = TSimd.Zero, c2 = TSimd.Zero, c3 = TSimd.Zero, c4 = TSimd.Zero, c5 = TSimd.Zero, c6 = TSimd.Zero, c7 = TSimd.Zero;
        if (start != null)
        {
            c0 = TSimd.Load(start);
            if (TCount.Value > 1)
                c1 = TSimd.Load(start + TSimd.Width);
            if (TCount.Value > 2)
                c2 = TSimd.Load(start + (2 * TSimd.Width));
            if (TCount.Value > 3)
                c3 = TSimd.Load(start + (3 * TSimd.Width));
            if (TCount.Value > 4)
                c4 = TSimd.Load(start + (4 * TSimd.Width));
            if (TCount.Value > 5)
                c5 = TSimd.Load(start + (5 * TSimd.Width));
            if (TCount.Value > 6)
                c6 = TSimd.Load(start + (6 * TSimd.Width));
            if (TCount.Value > 7)
                c7 = TSimd.Load(start + (7 * TSimd.Width));
        }

        for (nint first = shape.First; first < shape.First + shape.Depth; first += Word)
        {
            for (var bits = *nonZeros++; bits != 0; bits &= bits - 1)
            {
                nint k = first + BitOperations.TrailingZeroCount(bits), at = k * row, narrow = TCount.Value % 2 == 1 ? k * narrowRow : at;
                var x = TSimd.Set(a[k]);
                c0 = TSimd.MultiplyAdd(x, TSimd.Load(b + (TCount.Value == 1 ? narrow : at)), c0);
                if (TCount.Value > 1)
                    c1 = TSimd.MultiplyAdd(x, TSimd.Load(b + at + TSimd.Width), c1);
                if (TCount.Value > 2)
                    c2 = TSimd.MultiplyAdd(x, TSimd.Load(b1 + (TCount.Value == 3 ? narrow : at)), c2);
                if (TCount.Value > 3)
                    c3 = TSimd.MultiplyAdd(x, TSimd.Load(b1 + at + TSimd.Width), c3);
                if (TCount.Value > 4)
                    c4 = TSimd.MultiplyAdd(x, TSimd.Load(b2 + (TCount.Value == 5 ? narrow : at)), c4);
                if (TCount.Value > 5)
                    c5 = TSimd.MultiplyAdd(x, TSimd.Load(b2 + at + TSimd.Width), c5);
                if (TCount.Value > 6)
                    c6 = TSimd.MultiplyAdd(x, TSimd.Load(b3 + (TCount.Value == 7 ? narrow : at)), c6);
                if (TCount.Value > 7)
                    c7 = TSimd.MultiplyAdd(x, TSimd.Load(b3 + at + TSimd.Width), c7);
                Cache.Prefetch(ahead);
                ahead += line;
            }
        }

        Put(c, c0, shape.Accumulate);
        if (TCount.Value > 1)
            Put(c + TSimd.Width, c1, shape.Accumulate);
        c += shape.CPanel;
        if (TCount.Value > 2)
            Put(c, c2, shape.Accumulate);
        if (TCount.Value > 3)
            Put(c + TSimd.Width, c3, shape.Accumulate);
        c += shape.CPanel;
        if (TCount.Value > 4)
            Put(c, c4, shape.Accumulate);
        if (TCount.Value > 5)
            Put(c + TSimd.Width, c5, shape.Accumulate);
        c += shape.CPanel;
        if (TCount.Value > 6)
            Put(c, c6, shape.Accumulate);
        if (TCount.Value > 7)
            Put(c + TSimd.Width, c7, shape.Accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, TVector sum, bool accumulate) => TSimd.Store(c, accumulate ? TSimd.Add(TSimd.Load(c), sum) : sum);

    /// <summary>A number of vectors.</summary>
    private interface ICount
    {
        static abstract int Value { get; }
    }

    private readonly struct One : ICount { public static int Value => 1; }

    private readonly struct Two : ICount { public static int Value => 2; }

    private readonly struct Three : ICount { public static int Value => 3; }

    private readonly struct Four : ICount { public static int Value => 4; }

    private readonly struct Five : ICount { public static int Value => 5; }

    private readonly struct Six : ICount { public static int Value => 6; }

    private readonly struct Seven : ICount { public static int Value => 7; }

    private readonly struct Eight : ICount { public static int Value => 8; }
}
