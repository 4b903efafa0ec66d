namespace MlNetFashion.NeuralNetworks.Tests.Generation;

/// <summary>
/// Writes the micro-kernels: tiles of 1 to 12 rows by 1 or 2 vectors, all from the one body below. They are written out because the
/// compiler keeps accumulators in registers only where each is a local variable with a name of its own.
/// </summary>
internal static class MicroKernelGenerator
{
    public const int LargestTile = 12;
    private const int RowsAPointer = 3; // x86 addresses pointer, pointer + stride and pointer + 2 * stride in one instruction

    public static string Generate()
    {
        var source = new SourceText();
        source.Line("// Written by MicroKernelGenerator (in the tests, which compare this file with what it writes). Do not edit.");
        source.Line("using System.Runtime.CompilerServices;");
        source.Line();
        source.Line("namespace MlNetFashion.NeuralNetworks.Kernels;");
        source.Line();
        source.Line("/// <summary>");
        source.Line("/// Tiles of a matrix product, kept in registers: C (+)= sum over segments and depth of A[row] * B[vector]. One vector of B is loaded and");
        source.Line("/// one element of A broadcast per multiply-add pair; 12 x 2 vectors fill 32 registers, 6 x 2 fill 16. See <see cref=\"MatrixProduct{TSimd, TVector}\"/>.");
        source.Line("/// </summary>");
        source.Block("internal static unsafe class MicroKernels<TSimd, TVector>\n    where TVector : struct\n    where TSimd : struct, ISimd<TVector>", () =>
        {
            Dispatch(source);
            for (var vectors = 2; vectors >= 1; vectors--)
            {
                for (var rows = 1; rows <= LargestTile; rows++)
                {
                    source.Line();
                    Tile(source, rows, vectors);
                }
            }
        });
        return source.ToString();
    }

    private static void Dispatch(SourceText source)
    {
        source.Line("/// <summary>The tile of 1 to 12 <paramref name=\"rows\"/> and 1 or 2 <paramref name=\"vectors\"/>.</summary>");
        source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        source.Block("public static void Tile(in ProductShape shape, int rows, int vectors, float* a, float* b, nint bRow, float* c)", () =>
            source.Block("switch (vectors, rows)", () =>
            {
                for (var vectors = 2; vectors >= 1; vectors--)
                {
                    for (var rows = 1; rows <= LargestTile; rows++)
                        source.Line($"case ({vectors}, {rows}): Tile{rows}x{vectors}(shape, a, b, bRow, c); break;");
                }
            }));
    }

    private static void Tile(SourceText source, int rows, int vectors)
    {
        source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        source.Block($"public static void Tile{rows}x{vectors}(in ProductShape shape, float* a, float* b, nint bRow, float* c)", () =>
        {
            source.Line("nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;");
            source.Line("var ahead = shape.Ahead == null ? c : shape.Ahead;");
            for (var row = 0; row < rows; row++)
                source.Line($"TVector {Names(vectors, v => $"c{row}_{v} = TSimd.Zero")};");
            source.Block("for (var segment = 0; segment < shape.Segments; segment++)", () =>
            {
                source.Line("var a0 = a + shape.Offsets[segment];");
                for (var row = RowsAPointer; row < rows; row += RowsAPointer)
                    source.Line($"var a{row} = a{row - RowsAPointer} + ({RowsAPointer} * aRow);");
                source.Block("for (var k = shape.Depth; k > 0; k--)", () => Multiply(source, rows, vectors));
            });
            source.Line();
            source.Block("if (shape.Accumulate)", () => Store(source, rows, vectors, (v, row) => $"TSimd.Add(TSimd.Load({Lane("c", v)}), c{row}_{v})"));
            source.Block("else", () => Store(source, rows, vectors, (v, row) => $"c{row}_{v}"));
        });
    }

    private static void Multiply(SourceText source, int rows, int vectors)
    {
        source.Line($"TVector {Names(vectors, v => $"b{v} = TSimd.Load({Lane("b", v)})")};");
        for (var row = 0; row < rows; row++)
        {
            var pointer = $"a{row - (row % RowsAPointer)}";
            var element = (row % RowsAPointer) switch { 0 => $"*{pointer}", 1 => $"{pointer}[aRow]", _ => $"{pointer}[2 * aRow]" };
            source.Line($"var x{row} = TSimd.Set({element});");
            for (var v = 0; v < vectors; v++)
                source.Line($"c{row}_{v} = TSimd.MultiplyAdd(x{row}, b{v}, c{row}_{v});");
        }

        source.Line("Cache.Prefetch(ahead);");
        source.Line("ahead += line;");
        source.Line("b += bRow;");
        for (var row = 0; row < rows; row += RowsAPointer)
            source.Line($"a{row} += aDepth;");
    }

    private static void Store(SourceText source, int rows, int vectors, Func<int, int, string> value)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var v = 0; v < vectors; v++)
                source.Line($"TSimd.Store({Lane("c", v)}, {value(v, row)});");
            if (row < rows - 1)
                source.Line("c += shape.CRow;");
        }
    }

    private static string Lane(string pointer, int vector) => vector == 0 ? pointer : $"{pointer} + TSimd.Width";

    private static string Names(int count, Func<int, string> name) => string.Join(", ", Enumerable.Range(0, count).Select(name));
}
