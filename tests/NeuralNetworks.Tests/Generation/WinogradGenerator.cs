using System.Globalization;

namespace MlNetFashion.NeuralNetworks.Tests.Generation;

/// <summary>
/// Writes the transforms of Winograd's minimal filtering F(n x n, 3x3) from its three matrices: Y = A^T [(G g G^T) * (B^T d B)] A, and their
/// adjoints, which the gradients are made of. The code is written out for the same reason as the micro-kernels.
/// </summary>
internal sealed class WinogradGenerator
{
    private readonly double[][] _input; // B^T
    private readonly double[][] _kernel; // G
    private readonly double[][] _output; // A^T
    private readonly SourceText _source = new();

    private WinogradGenerator(double[][] input, double[][] kernel, double[][] output) => (_input, _kernel, _output) = (input, kernel, output);

    private int Outputs => _output.Length;

    private int Patch => _input.Length;

    // Lavin and Gray (2016), section 4.1.
    public static string GenerateTile2() => new WinogradGenerator(
        [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]],
        [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]],
        [[1, 1, 1, 0], [0, 1, -1, -1]]).Generate();

    // Lavin and Gray (2016), section 4.3: interpolation at 0, 1, -1, 2, -2 and infinity.
    public static string GenerateTile4() => new WinogradGenerator(
        [[4, 0, -5, 0, 1, 0], [0, -4, -4, 1, 1, 0], [0, 4, -4, -1, 1, 0], [0, -2, -1, 2, 1, 0], [0, 2, -1, -2, 1, 0], [0, 4, 0, -5, 0, 1]],
        [[1 / 4d, 0, 0], [-1 / 6d, -1 / 6d, -1 / 6d], [-1 / 6d, 1 / 6d, -1 / 6d], [1 / 24d, 1 / 12d, 1 / 6d], [1 / 24d, -1 / 12d, 1 / 6d], [0, 0, 1]],
        [[1, 1, 1, 1, 1, 0], [0, 1, -1, 2, -2, 0], [0, 1, 1, 4, 4, 0], [0, 1, -1, 8, -8, 1]]).Generate();

    private string Generate()
    {
        _source.Line("// Written by WinogradGenerator (in the tests, which compare this file with what it writes). Do not edit.");
        _source.Line("using System.Runtime.CompilerServices;");
        _source.Line();
        _source.Line("namespace MlNetFashion.NeuralNetworks.Kernels;");
        _source.Line();
        _source.Line($"/// <summary>F({Outputs}x{Outputs}, 3x3): patches of {Patch}x{Patch}, {Patch * Patch} multiplications for {9 * Outputs * Outputs} of the direct way.</summary>");
        _source.Block($"internal sealed unsafe class WinogradTile{Outputs}<TSimd, TVector> : WinogradTransform<TSimd, TVector>\n    where TVector : struct\n    where TSimd : struct, ISimd<TVector>", () =>
        {
            _source.Line($"public override int Outputs => {Outputs};");
            _source.Line();
            Row("InputRow", "float* image, nint row, float* planes, nint plane", () => Transform(_input, Pixel, PlaneStore), $"image += {Outputs} * channels;", "planes += channels;");
            Row("InputRowAdjoint", "float* planes, nint plane, float* image, nint row", () => Transform(Transposed(_input), Plane, AddPixel), $"image += {Outputs} * channels;", "planes += channels;");
            Row("OutputRow", "float* planes, nint plane, float* image, nint row", () => Transform(_output, Plane, PixelStore), "planes += channels;", $"image += {Outputs} * channels;");
            Row("OutputRowAdjoint", "float* image, nint row, float* planes, nint plane", () => Transform(Transposed(_output), Pixel, PlaneStore), "planes += channels;", $"image += {Outputs} * channels;");
            Weights("Kernel", "float* taps, nint tap, float* planes, nint plane", () => Transform(_kernel, Tap, (i, j, value) => $"TSimd.Store({WeightPlane(i, j)}, {value});"));
            _source.Line();
            Weights("KernelAdjoint", "float* planes, nint plane, float* taps, nint tap",
                () => Transform(Transposed(_kernel), (i, j) => $"TSimd.Load({WeightPlane(i, j)})", (i, j, value) => $"TSimd.Store(taps + ({(3 * i) + j} * tap), {value});"));
        });
        return _source.ToString();
    }

    private void Row(string name, string parameters, Action body, params string[] advance)
    {
        _source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        _source.Block($"public override void {name}({parameters}, int channels, int tiles)", () =>
            _source.Block("for (var tile = 0; tile < tiles; tile++)", () =>
            {
                _source.Block("for (var c = 0; c < channels; c += TSimd.Width)", body);
                _source.Line();
                foreach (var line in advance)
                    _source.Line(line);
            }));
        _source.Line();
    }

    private void Weights(string name, string parameters, Action body)
    {
        _source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        _source.Block($"public override void {name}({parameters})", body);
    }

    /// <summary>M X M^T for a matrix M and a square X of vectors, column by column, then row by row: few values live at a time.</summary>
    private void Transform(double[][] matrix, Func<int, int, string> load, Func<int, int, string, string> store)
    {
        var size = matrix[0].Length;
        for (var j = 0; j < size; j++)
        {
            for (var i = 0; i < size; i++)
                _source.Line($"var x{i}{j} = {load(i, j)};");
            var column = Products(matrix, [.. Enumerable.Range(0, size).Select(i => $"x{i}{j}")], $"c{j}");
            for (var i = 0; i < matrix.Length; i++)
                _source.Line($"var t{i}{j} = {column[i]};");
        }

        for (var i = 0; i < matrix.Length; i++)
        {
            var row = Products(matrix, [.. Enumerable.Range(0, size).Select(j => $"t{i}{j}")], $"r{i}");
            for (var j = 0; j < matrix.Length; j++)
                _source.Line(store(i, j, row[j]));
        }
    }

    /// <summary>
    /// The expressions of a matrix times a vector. Where two inputs have equal or opposite factors everywhere their sum and difference are
    /// formed once; where two rows are equal but for the signs of some factors they are the sum and the difference of two halves.
    /// </summary>
    private string[] Products(double[][] matrix, string[] names, string prefix)
    {
        var terms = matrix.Select(row => row.Zip(names).Where(term => term.First != 0).ToList()).ToArray();
        for (var a = 0; a + 1 < names.Length; a++)
        {
            var pairs = matrix.Select(row => (row[a], row[a + 1])).Where(pair => pair != (0, 0)).ToList();
            if (!pairs.All(pair => Math.Abs(pair.Item1) == Math.Abs(pair.Item2)) || pairs.Select(pair => pair.Item1 == pair.Item2).Distinct().Count() != 2 || pairs.Count < 3)
                continue;
            _source.Line($"TVector {prefix}s{a} = TSimd.Add({names[a]}, {names[a + 1]}), {prefix}d{a} = TSimd.Subtract({names[a]}, {names[a + 1]});");
            for (var i = 0; i < matrix.Length; i++)
            {
                if (matrix[i][a] == 0)
                    continue;
                terms[i].RemoveAll(term => term.Second == names[a] || term.Second == names[a + 1]);
                terms[i].Add((matrix[i][a], $"{prefix}{(matrix[i][a] == matrix[i][a + 1] ? "s" : "d")}{a}"));
            }
        }

        var results = terms.Select(Combination).ToArray();
        for (var i = 0; i + 1 < matrix.Length; i++)
        {
            var (upper, lower) = (terms[i], terms[i + 1]);
            var same = upper.Where(lower.Contains).ToList();
            var opposite = upper.Where(term => lower.Contains((-term.First, term.Second))).ToList();
            if (same.Count == 0 || opposite.Count == 0 || same.Count + opposite.Count != upper.Count || upper.Count != lower.Count || upper.Count < 3)
                continue;
            _source.Line($"TVector {prefix}p{i} = {Combination(same)}, {prefix}q{i} = {Combination(opposite)};");
            (results[i], results[i + 1]) = ($"TSimd.Add({prefix}p{i}, {prefix}q{i})", $"TSimd.Subtract({prefix}p{i}, {prefix}q{i})");
        }

        return results;
    }

    /// <summary>A sum of vectors with factors, those of 1 and -1 first; a factor common to all comes last.</summary>
    private static string Combination(IReadOnlyList<(double Factor, string Name)> terms)
    {
        var common = terms.Select(term => Math.Abs(term.Factor)).Distinct().Count() == 1 ? Math.Abs(terms[0].Factor) : 1;
        var ordered = terms.OrderBy(term => Math.Abs(term.Factor / common) == 1 ? 0 : 1).ThenByDescending(term => Math.Sign(term.Factor)).ToList();
        var sum = "";
        foreach (var (factor, name) in ordered.Select(term => (term.Factor / common, term.Name)))
        {
            sum = (sum, factor) switch
            {
                ("", 1) => name,
                ("", -1) => $"TSimd.Subtract(TSimd.Zero, {name})",
                ("", _) => $"TSimd.Multiply({Constant(factor)}, {name})",
                (_, 1) => $"TSimd.Add({sum}, {name})",
                (_, -1) => $"TSimd.Subtract({sum}, {name})",
                _ => $"TSimd.MultiplyAdd({Constant(factor)}, {name}, {sum})",
            };
        }

        return common == 1 ? sum : $"TSimd.Multiply({Constant(common)}, {sum})";
    }

    private static string Constant(double value) => $"TSimd.Set({((float)value).ToString("R", CultureInfo.InvariantCulture)}f)";

    private static string PixelAddress(int i, int j) => FormattableString.Invariant($"image + ({i} * row) + ({j} * channels) + c");

    private static string Pixel(int i, int j) => $"TSimd.Load({PixelAddress(i, j)})";

    private static string PixelStore(int i, int j, string value) => $"TSimd.Store({PixelAddress(i, j)}, {value});";

    private static string AddPixel(int i, int j, string value) => $"TSimd.Store({PixelAddress(i, j)}, TSimd.Add(TSimd.Load({PixelAddress(i, j)}), {value}));";

    private string PlaneAddress(int i, int j) => FormattableString.Invariant($"planes + ({(Patch * i) + j} * plane) + c");

    private string Plane(int i, int j) => $"TSimd.Load({PlaneAddress(i, j)})";

    private string PlaneStore(int i, int j, string value) => $"TSimd.Store({PlaneAddress(i, j)}, {value});";

    private string WeightPlane(int i, int j) => FormattableString.Invariant($"planes + ({(Patch * i) + j} * plane)");

    private static string Tap(int i, int j) => FormattableString.Invariant($"TSimd.Load(taps + ({(3 * i) + j} * tap))");

    private static double[][] Transposed(double[][] matrix) =>
        [.. Enumerable.Range(0, matrix[0].Length).Select(column => matrix.Select(row => row[column]).ToArray())];
}
