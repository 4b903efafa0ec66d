using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>Transposition in squares of four, or two of them under each other, which stay in registers.</summary>
internal static unsafe class Transpose
{
    /// <summary>destination[column, row] = source[row, column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* source, nint sourceRow, int rows, int columns, float* destination, nint destinationRow)
    {
        int wholeRows = rows & ~3, wholeColumns = columns & ~3, pairedRows = Avx.IsSupported ? rows & ~7 : 0;
        for (var row = 0; row < pairedRows; row += 8)
        {
            for (var column = 0; column < wholeColumns; column += 4)
                SquarePair(source + (row * sourceRow) + column, sourceRow, destination + (column * destinationRow) + row, destinationRow);
        }

        for (var row = pairedRows; row < wholeRows; row += 4)
        {
            for (var column = 0; column < wholeColumns; column += 4)
                Square(source + (row * sourceRow) + column, sourceRow, destination + (column * destinationRow) + row, destinationRow);
        }

        for (var row = 0; row < rows; row++)
        {
            for (var column = row < wholeRows ? wholeColumns : 0; column < columns; column++)
                destination[(column * destinationRow) + row] = source[(row * sourceRow) + column];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(float* source, nint sourceRow, float* destination, nint destinationRow)
    {
        Vector128<float> a = Vector128.Load(source), b = Vector128.Load(source + sourceRow);
        Vector128<float> c = Vector128.Load(source + (2 * sourceRow)), d = Vector128.Load(source + (3 * sourceRow));

        // Interleaving first with third and second with fourth row, then the results, transposes.
        Vector128<float> low = Low(a, c), high = High(a, c), otherLow = Low(b, d), otherHigh = High(b, d);
        Low(low, otherLow).Store(destination);
        High(low, otherLow).Store(destination + destinationRow);
        Low(high, otherHigh).Store(destination + (2 * destinationRow));
        High(high, otherHigh).Store(destination + (3 * destinationRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SquarePair(float* source, nint sourceRow, float* destination, nint destinationRow)
    {
        Vector256<float> a = Pair(source, 4 * sourceRow), b = Pair(source + sourceRow, 4 * sourceRow);
        Vector256<float> c = Pair(source + (2 * sourceRow), 4 * sourceRow), d = Pair(source + (3 * sourceRow), 4 * sourceRow);
        Vector256<float> low = Avx.UnpackLow(a, c), high = Avx.UnpackHigh(a, c), otherLow = Avx.UnpackLow(b, d), otherHigh = Avx.UnpackHigh(b, d);
        Avx.UnpackLow(low, otherLow).Store(destination);
        Avx.UnpackHigh(low, otherLow).Store(destination + destinationRow);
        Avx.UnpackLow(high, otherHigh).Store(destination + (2 * destinationRow));
        Avx.UnpackHigh(high, otherHigh).Store(destination + (3 * destinationRow));
    }

    /// <summary>A row of the upper square beside the same row of the lower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair(float* row, nint lower) => Vector256.Create(Vector128.Load(row), Vector128.Load(row + lower));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);
}
