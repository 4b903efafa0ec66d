using System.Globalization;

namespace MlNetFashion.NeuralNetworks.Tests.Generation;

/// <summary>
/// Writes the one-dimensional transforms of Winograd's minimal filtering F(m, 3) for m = 2, 3 and 4: y = A^T [(G g) * (B^T d)], and their adjoints,
/// which the gradients are made of. All sizes evaluate polynomials at the first m + 2 of the same points, with the same G, so that a plane of
/// transformed kernels serves tiles of every size. The code is written out for the same reason as the micro-kernels.
/// </summary>
internal sealed class WinogradGenerator
{
    private const int Taps = 3;
    private static readonly double[] _points = [0, 1, -1, double.PositiveInfinity, 2, -2];
    private static readonly int[] _outputs = [2, 3, 4];
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
        _source.Line("/// <summary>The one-dimensional transforms of F(m, 3), over vectors of values that lie a step apart, and over tiles.</summary>");
        _source.Block("internal static unsafe class WinogradLines<TSimd, TVector>\n    where TVector : struct\n    where TSimd : struct, ISimd<TVector>", () =>
        {
            Family("Input", "m + 2 pixels to as many points: B^T d.", m => InputMatrix(m), adds: false);
            Family("InputAdjoint", "The way back: adds B t to the pixels.", m => Transposed(InputMatrix(m)), adds: true);
            Family("Output", "Products at m + 2 points to m outputs: A^T t.", OutputMatrix, adds: false);
            Family("OutputAdjoint", "The way back: gradients of m outputs to m + 2 points, A g.", m => Transposed(OutputMatrix(m)), adds: false);
            Family("Kernel", "Three taps to m + 2 points: G g.", KernelMatrix, adds: false);
            Family("KernelAdjoint", "The way back: m + 2 points to three taps, G^T t.", m => Transposed(KernelMatrix(m)), adds: false);
        });
    }

    /// <summary>A function that chooses by m, and one for each m.</summary>
    private void Family(string name, string summary, Func<int, double[][]> matrix, bool adds)
    {
        _source.Line($"/// <summary>{summary}</summary>");
        _source.Block($"public static void {name}(int outputs, in WinogradLine line, float* from, float* to)", () =>
        {
            for (var i = 0; i < _outputs.Length; i++)
            {
                _source.Line(i == 0 ? $"if (outputs == {_outputs[i]})" : i == _outputs.Length - 1 ? "else" : $"else if (outputs == {_outputs[i]})");
                _source.Line($"    {name}{_outputs[i]}(line, from, to);");
            }
        });
        _source.Line();
        foreach (var m in _outputs)
        {
            _source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            _source.Block($"private static void {name}{m}(in WinogradLine line, float* from, float* to)", () => Body(matrix(m), adds));
            if (name != "KernelAdjoint" || m != _outputs[^1])
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

    // Lavin and Gray (2016), section 4.3, which chooses the factors of G for m = 4; the smaller sizes keep them.
    private static double[][] KernelMatrix(int m) => [.. _points[..(m + 2)].Select(point =>
        double.IsInfinity(point) ? [0, 0, 1] : Enumerable.Range(0, Taps).Select(power => Math.Pow(point, power) / Slope(_points, point)).ToArray())];

    private static double[][] OutputMatrix(int m) => [.. Enumerable.Range(0, m).Select(power =>
        _points[..(m + 2)].Select(point => double.IsInfinity(point) ? (power == m - 1 ? 1d : 0) : Math.Pow(point, power)).ToArray())];

    /// <summary>Rows of Lagrange's polynomials (that of infinity: the product over all points), lowest power first, against the factors that G has.</summary>
    private static double[][] InputMatrix(int m)
    {
        var points = _points[..(m + 2)];
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
