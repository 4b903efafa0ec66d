using System.Globalization;

namespace MlNetFashion.NeuralNetworks.Tests.Generation;

/// <summary>
/// Writes the one-dimensional transforms of Winograd's minimal filtering F(m, r), for m = 2 to 6 and r = 3, m = 2 to 4 and r = 5: y = A^T [(G g) * (B^T d)],
/// and their adjoints, which the gradients are made of. All sizes evaluate polynomials at the first m + r - 1 of the same points, with the same G for
/// an r, so that a plane of transformed kernels serves tiles of every size. The code is written out for the same reason as the micro-kernels.
/// </summary>
internal sealed class WinogradGenerator
{
    private static readonly double[] _points = [0, 1, -1, double.PositiveInfinity, 2, -2, 0.5, -0.5];
    private static readonly (int Outputs, int Taps)[] _sizes = [(2, 3), (3, 3), (4, 3), (5, 3), (6, 3), (2, 5), (3, 5), (4, 5)];
    private readonly SourceText _source = new();

    public static string Generate()
    {
        var generator = new WinogradGenerator();
        generator.WriteFile();
        return generator._source.ToString();
    }

    private void WriteFile()
    {
        _source.Line("// Written by WinogradGenerator (in the tests, which compare this file with what it writes). Do not edit.");
        _source.Line("using System.Runtime.CompilerServices;");
        _source.Line();
        _source.Line("namespace MlNetFashion.NeuralNetworks.Kernels;");
        _source.Line();
        _source.Line("/// <summary>The one-dimensional transforms of F(m, r), over vectors of values that lie a step apart, and over tiles.</summary>");
        _source.Block("internal static unsafe class WinogradLines<TSimd, TVector>\n    where TVector : struct\n    where TSimd : struct, ISimd<TVector>", () =>
        {
            Family("Input", "m + r - 1 pixels to as many points: B^T d.", InputMatrix, adds: false);
            Family("InputAdjoint", "The way back: adds B t to the pixels.", (m, taps) => Transposed(InputMatrix(m, taps)), adds: true);
            Family("Output", "Products at m + r - 1 points to m outputs: A^T t.", OutputMatrix, adds: false);
            Family("OutputAdjoint", "The way back: gradients of m outputs to m + r - 1 points, A g.", (m, taps) => Transposed(OutputMatrix(m, taps)), adds: false);
            Family("Kernel", "r taps to m + r - 1 points: G g.", KernelMatrix, adds: false);
            Family("KernelAdjoint", "The way back: m + r - 1 points to r taps, G^T t.", (m, taps) => Transposed(KernelMatrix(m, taps)), adds: false);
        });
    }

    /// <summary>A function that chooses by m and r, and one for each of their pairs.</summary>
    private void Family(string name, string summary, Func<int, int, double[][]> matrix, bool adds)
    {
        _source.Line($"/// <summary>{summary}</summary>");
        _source.Block($"public static void {name}(int outputs, int taps, in WinogradLine line, float* from, float* to)", () =>
            _source.Block("switch (taps, outputs)", () =>
            {
                foreach (var (outputs, taps) in _sizes)
                    _source.Line($"case ({taps}, {outputs}): {name}{outputs}x{taps}(line, from, to); break;");
            }));
        _source.Line();
        foreach (var (outputs, taps) in _sizes)
        {
            _source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            _source.Block($"private static void {name}{outputs}x{taps}(in WinogradLine line, float* from, float* to)", () => Body(matrix(outputs, taps), adds));
            if (name != "KernelAdjoint" || (outputs, taps) != _sizes[^1])
                _source.Line();
        }
    }

    private void Body(double[][] matrix, bool adds)
    {
        _source.Line("var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);");
        _source.Block("for (var tile = 0; tile < line.Tiles; tile++)", () =>
        {
            _source.Block("for (var c = 0; c < length; c += TSimd.Width)", () =>
            {
                var names = Enumerable.Range(0, matrix[0].Length).Select(i => $"x{i}").ToArray();
                for (var i = 0; i < names.Length; i++)
                    _source.Line($"var {names[i]} = TSimd.Load({Address("from", i)});");
                var results = Products(matrix, names, "");
                for (var i = 0; i < results.Length; i++)
                {
                    var target = Address("to", i);
                    _source.Line(adds ? $"TSimd.Store({target}, TSimd.Add(TSimd.Load({target}), {results[i]}));" : $"TSimd.Store({target}, {results[i]});");
                }
            });
            _source.Line();
            _source.Line("from += line.FromTile;");
            _source.Line("to += line.ToTile;");
        });
    }

    private static string Address(string pointer, int index) => index switch
    {
        0 => $"{pointer} + c",
        1 => $"{pointer} + {pointer}Step + c",
        _ => FormattableString.Invariant($"{pointer} + ({index} * {pointer}Step) + c"),
    };

    // Lavin and Gray (2016), section 4.3. A row of G is divided by the point's distances from all the other seven, whatever the size.
    private static double[][] KernelMatrix(int m, int taps) => [.. Points(m, taps).Select(point =>
        Powers(point, taps).Select(power => double.IsInfinity(point) ? power : power / Slope(_points, point)).ToArray())];

    private static double[][] OutputMatrix(int m, int taps) => Transposed([.. Points(m, taps).Select(point => Powers(point, m))]);

    private static double[] Points(int m, int taps) => _points[..(m + taps - 1)];

    /// <summary>A point's powers from 0 on; of infinity the highest alone counts.</summary>
    private static double[] Powers(double point, int count) =>
        [.. Enumerable.Range(0, count).Select(power => double.IsInfinity(point) ? (power == count - 1 ? 1 : 0) : Math.Pow(point, power))];

    /// <summary>Rows of Lagrange's polynomials (that of infinity: the product over all points), lowest power first, against the factors that G has.</summary>
    private static double[][] InputMatrix(int m, int taps)
    {
        var points = Points(m, taps);
        return [.. points.Select(point =>
        {
            double[] polynomial = [1];
            foreach (var root in points.Where(root => !double.IsInfinity(root) && root != point))
                polynomial = [.. Enumerable.Range(0, polynomial.Length + 1).Select(i => (i > 0 ? polynomial[i - 1] : 0) - (i < polynomial.Length ? root * polynomial[i] : 0))];
            var factor = double.IsInfinity(point) ? 1 : Slope(_points, point) / Slope(points, point);
            return Enumerable.Range(0, points.Length).Select(i => i < polynomial.Length ? factor * polynomial[i] : 0).ToArray();
        })];
    }

    /// <summary>The product of a point's distances from the other finite ones.</summary>
    private static double Slope(double[] points, double point) =>
        points.Where(other => !double.IsInfinity(other) && other != point).Aggregate(1d, (product, other) => product * (point - other));

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

    private static double[][] Transposed(double[][] matrix) =>
        [.. Enumerable.Range(0, matrix[0].Length).Select(column => matrix.Select(row => row[column]).ToArray())];
}
