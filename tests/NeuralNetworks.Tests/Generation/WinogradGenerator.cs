namespace MlNetFashion.NeuralNetworks.Tests.Generation;

/// <summary>
/// Writes the transforms of Winograd's minimal filtering F(2x2, 3x3) from its three matrices: Y = A^T [(G g G^T) * (B^T d B)] A, and their
/// adjoints, which the gradients are made of. The code is written out for the same reason as the micro-kernels.
/// </summary>
internal static class WinogradGenerator
{
    // Lavin and Gray (2016), section 4.1.
    private static readonly double[][] InputMatrix = [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]]; // B^T
    private static readonly double[][] KernelMatrix = [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]]; // G
    private static readonly double[][] OutputMatrix = [[1, 1, 1, 0], [0, 1, -1, -1]]; // A^T

    public static string Generate()
    {
        var source = new SourceText();
        source.Line("// Written by WinogradGenerator (in the tests, which compare this file with what it writes). Do not edit.");
        source.Line("using System.Runtime.CompilerServices;");
        source.Line();
        source.Line("namespace MlNetFashion.NeuralNetworks.Kernels;");
        source.Line();
        source.Line("/// <summary>");
        source.Line("/// Transforms of Winograd's F(2x2, 3x3), Y = A^T [(G g G^T) * (B^T d B)] A (Lavin and Gray 2016), and their adjoints. A row of tiles at a");
        source.Line("/// time, channels in the lanes; element (i, j) of every transformed tile lies in plane 4 * i + j, so that the product is 16 matrix products.");
        source.Line("/// </summary>");
        source.Block("internal static unsafe class WinogradKernels<TSimd, TVector>\n    where TVector : struct\n    where TSimd : struct, ISimd<TVector>", () =>
        {
            Row(source, "InputRow", "4x4 patches of an image, two pixels apart, to planes: B^T d B.", "float* image, nint row, float* planes, nint plane",
                () => Transform(source, InputMatrix, 4, Pixel, PlaneStore), "image += 2 * channels;", "planes += channels;");
            source.Line();
            Row(source, "InputRowAdjoint", "The way back: adds B g B^T to the patches.", "float* planes, nint plane, float* image, nint row",
                () => Transform(source, Transpose(InputMatrix), 4, Plane, (i, j, value) => AddPixel(i, j, value)), "image += 2 * channels;", "planes += channels;");
            source.Line();
            Row(source, "OutputRow", "Planes of products to two rows of pixels: A^T m A.", "float* planes, nint plane, float* upper, float* lower",
                () => Transform(source, OutputMatrix, 4, Plane, OutputStore), "planes += channels;", "upper += 2 * channels;", "lower += 2 * channels;");
            source.Line();
            Row(source, "OutputRowAdjoint", "The way back: two rows of gradients to planes, A g A^T.", "float* upper, float* lower, float* planes, nint plane",
                () => Transform(source, Transpose(OutputMatrix), 2, OutputPixel, PlaneStore), "planes += channels;", "upper += 2 * channels;", "lower += 2 * channels;");
            source.Line();
            Weights(source, "Kernel", "Nine taps of one vector of filters to planes: G g G^T.", "float* taps, nint tap, float* planes, nint plane",
                () => Transform(source, KernelMatrix, 3, (i, j) => $"TSimd.Load(taps + ({(3 * i) + j} * tap))", (i, j, value) => $"TSimd.Store(planes + ({(4 * i) + j} * plane), {value});"));
            source.Line();
            Weights(source, "KernelAdjoint", "The way back: planes of gradients to those of the taps, G^T g G.", "float* planes, nint plane, float* taps, nint tap",
                () => Transform(source, Transpose(KernelMatrix), 4, (i, j) => $"TSimd.Load(planes + ({(4 * i) + j} * plane))", (i, j, value) => $"TSimd.Store(taps + ({(3 * i) + j} * tap), {value});"));
        });
        return source.ToString();
    }

    private static void Row(SourceText source, string name, string summary, string parameters, Action body, params string[] advance)
    {
        source.Line($"/// <summary>{summary}</summary>");
        source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        source.Block($"public static void {name}({parameters}, int channels, int tiles)", () =>
            source.Block("for (var tile = 0; tile < tiles; tile++)", () =>
            {
                source.Block("for (var c = 0; c < channels; c += TSimd.Width)", body);
                source.Line();
                foreach (var line in advance)
                    source.Line(line);
            }));
    }

    private static void Weights(SourceText source, string name, string summary, string parameters, Action body)
    {
        source.Line($"/// <summary>{summary}</summary>");
        source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        source.Block($"public static void {name}({parameters})", body);
    }

    /// <summary>M X M^T for a matrix M and a square X of vectors.</summary>
    private static void Transform(SourceText source, double[][] matrix, int size, Func<int, int, string> load, Func<int, int, string, string> store)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                source.Line($"var x{i}{j} = {load(i, j)};");
        }

        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j < size; j++)
                source.Line($"var t{i}{j} = {Combination(matrix[i], k => FormattableString.Invariant($"x{k}{j}"))};");
        }

        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j < matrix.Length; j++)
                source.Line(store(i, j, Combination(matrix[j], k => FormattableString.Invariant($"t{i}{k}"))));
        }
    }

    /// <summary>A sum of some vectors with factors 1, -1 and 0.5.</summary>
    private static string Combination(double[] factors, Func<int, string> name)
    {
        var terms = factors.Select((factor, index) => (factor, Name: name(index))).Where(term => term.factor != 0).OrderByDescending(term => term.factor).ToList();
        var half = Math.Abs(terms[0].factor) != 1;
        var sum = terms[0].factor > 0 ? terms[0].Name : $"TSimd.Subtract(TSimd.Zero, {terms[0].Name})";
        foreach (var (factor, term) in terms.Skip(1))
        {
            if (Math.Abs(factor) != Math.Abs(terms[0].factor))
                sum = factor > 0 ? $"TSimd.MultiplyAdd(TSimd.Set(0.5f), {term}, {sum})" : $"TSimd.MultiplyAdd(TSimd.Set(-0.5f), {term}, {sum})";
            else
                sum = factor > 0 ? $"TSimd.Add({sum}, {term})" : $"TSimd.Subtract({sum}, {term})";
        }

        return half ? $"TSimd.Multiply(TSimd.Set(0.5f), {sum})" : sum;
    }

    private static string PixelAddress(int i, int j) => FormattableString.Invariant($"image + ({i} * row) + ({j} * channels) + c");

    private static string Pixel(int i, int j) => $"TSimd.Load({PixelAddress(i, j)})";

    private static string AddPixel(int i, int j, string value) => $"TSimd.Store({PixelAddress(i, j)}, TSimd.Add(TSimd.Load({PixelAddress(i, j)}), {value}));";

    private static string PlaneAddress(int i, int j) => FormattableString.Invariant($"planes + ({(4 * i) + j} * plane) + c");

    private static string Plane(int i, int j) => $"TSimd.Load({PlaneAddress(i, j)})";

    private static string PlaneStore(int i, int j, string value) => $"TSimd.Store({PlaneAddress(i, j)}, {value});";

    private static string OutputAddress(int i, int j) => $"{(i == 0 ? "upper" : "lower")}{(j == 0 ? "" : " + channels")} + c";

    private static string OutputPixel(int i, int j) => $"TSimd.Load({OutputAddress(i, j)})";

    private static string OutputStore(int i, int j, string value) => $"TSimd.Store({OutputAddress(i, j)}, {value});";

    private static double[][] Transpose(double[][] matrix) =>
        [.. Enumerable.Range(0, matrix[0].Length).Select(column => matrix.Select(row => row[column]).ToArray())];
}
