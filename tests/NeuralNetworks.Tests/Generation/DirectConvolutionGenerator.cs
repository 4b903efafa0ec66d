namespace MlNetFashion.NeuralNetworks.Tests.Generation;

/// <summary>
/// Writes the convolution of one channel, 3x3 and stride 1, fused with bias, ReLU, 2x2 max-pooling and dropout, and its weight gradient.
/// Every pooled pixel sees a 4x4 patch of the image; element (i, j) of the patch meets tap (i - sy, j - sx) for each of the four outputs (sy, sx).
/// </summary>
internal static class DirectConvolutionGenerator
{
    private const int Patch = 4;
    private const int Kernel = 3;

    public static string Generate()
    {
        var source = new SourceText();
        source.Line("// Written by DirectConvolutionGenerator (in the tests, which compare this file with what it writes). Do not edit.");
        source.Line("using System.Runtime.CompilerServices;");
        source.Line();
        source.Line("namespace MlNetFashion.NeuralNetworks.Kernels;");
        source.Line();
        source.Line("/// <summary>");
        source.Line("/// Direct convolution of one channel, 3x3, stride 1, fused with bias, ReLU, 2x2 max-pooling and dropout. All nine taps (forward) or their");
        source.Line("/// gradients (backward) stay in registers for one or two vectors of filters while a 4x4 patch slides over the image, two pixels at a time.");
        source.Line("/// </summary>");
        source.Block("internal static unsafe class DirectConvolutionKernels<TSimd, TVector>\n    where TVector : struct\n    where TSimd : struct, ISimd<TVector>", () =>
        {
            for (var vectors = 1; vectors <= 2; vectors++)
            {
                if (vectors > 1)
                    source.Line();
                Forward(source, vectors);
                source.Line();
                Gradient(source, vectors);
            }
        });
        return source.ToString();
    }

    private static void Forward(SourceText source, int vectors)
    {
        source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        source.Block($"public static void Forward{vectors}(in DirectConvolutionShape shape)", () =>
        {
            foreach (var (tap, v) in Pairs(Kernel * Kernel, vectors))
                source.Line($"var w{tap}_{v} = TSimd.Load(shape.Weights + ({tap} * shape.WeightRow){Lane(v)});");
            source.Line("nint filters = shape.Filters, imageRow = shape.ImageRow;");
            source.Line("var drop = shape.Drop;");
            source.Line("float* output = shape.Output, winners = shape.Winners;");
            source.Line("var position = shape.Position;");
            source.Block("for (var row = 0; row < shape.Rows; row++)", () =>
            {
                source.Line("var x0 = shape.Image + (2 * row * imageRow);");
                source.Line("float* x1 = x0 + imageRow, x2 = x1 + imageRow, x3 = x2 + imageRow;");
                source.Block("for (var left = shape.Columns; left > 0; left -= 16)", () =>
                {
                    source.Line($"TVector {Names(vectors, v => $"packed{v} = TSimd.Zero")};");
                    source.Block("for (var column = Math.Min(left, 16); column > 0; column--)", () => ForwardPixel(source, vectors));
                    for (var v = 0; v < vectors; v++)
                        source.Line($"TSimd.Store(winners{Lane(v)}, packed{v});");
                    source.Line("winners += filters;");
                });
            });
        });
    }

    private static void ForwardPixel(SourceText source, int vectors)
    {
        source.Line($"TVector {string.Join(", ", Pairs(4, vectors).Select(pair => $"y{pair.First}_{pair.Second}"))};");
        source.Line("TVector x;");
        var begun = new HashSet<int>();
        foreach (var (i, j) in Pairs(Patch, Patch))
        {
            source.Line($"x = TSimd.Set(x{i}[{j}]);");
            foreach (var (output, tap) in Meets(i, j))
            {
                for (var v = 0; v < vectors; v++)
                {
                    source.Line(begun.Contains(output)
                        ? $"y{output}_{v} = TSimd.MultiplyAdd(x, w{tap}_{v}, y{output}_{v});"
                        : (FormattableString)$"y{output}_{v} = TSimd.Multiply(x, w{tap}_{v});");
                }

                begun.Add(output);
            }
        }

        for (var v = 0; v < vectors; v++)
        {
            source.Line($"var max{v} = TSimd.Max(TSimd.Max(y0_{v}, y1_{v}), TSimd.Max(y2_{v}, y3_{v}));");
            source.Line($"packed{v} = TSimd.PushIndex(packed{v}, TSimd.IndexOfMax(y0_{v}, y1_{v}, y2_{v}, max{v}));");
            source.Line($"max{v} = TSimd.Max(TSimd.Zero, TSimd.Add(max{v}, TSimd.Load(shape.Bias{Lane(v)})));");
        }

        source.Block("if (drop)", () =>
        {
            for (var v = 0; v < vectors; v++)
                source.Line($"max{v} = TSimd.Multiply(max{v}, TSimd.Keep(shape.Mask.Key, position{(v == 0 ? "" : " + (uint)TSimd.Width")}, shape.Mask.Threshold, shape.Mask.Scale));");
        });
        source.Line();
        for (var v = 0; v < vectors; v++)
            source.Line($"TSimd.Store(output{Lane(v)}, max{v});");
        source.Line("position += (uint)filters;");
        source.Line("output += filters;");
        for (var i = 0; i < Patch; i++)
            source.Line($"x{i} += 2;");
    }

    private static void Gradient(SourceText source, int vectors)
    {
        source.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        source.Block($"public static void Gradient{vectors}(in DirectConvolutionShape shape)", () =>
        {
            foreach (var (tap, v) in Pairs(Kernel * Kernel, vectors))
                source.Line($"var d{tap}_{v} = TSimd.Zero;");
            source.Line($"TVector {Names(vectors, v => $"bias{v} = TSimd.Zero")};");
            source.Line("nint filters = shape.Filters, imageRow = shape.ImageRow;");
            source.Line("var scale = TSimd.Set(shape.Scale);");
            source.Line("float* output = shape.Output, gradient = shape.OutputGradient, winners = shape.Winners;");
            source.Block("for (var row = 0; row < shape.Rows; row++)", () =>
            {
                source.Line("var x0 = shape.Image + (2 * row * imageRow);");
                source.Line("float* x1 = x0 + imageRow, x2 = x1 + imageRow, x3 = x2 + imageRow;");
                source.Block("for (var left = shape.Columns; left > 0; left -= 16)", () =>
                {
                    source.Line("var columns = Math.Min(left, 16);");
                    for (var v = 0; v < vectors; v++)
                        source.Line($"var packed{v} = TSimd.ShiftDown(TSimd.Load(winners{Lane(v)}), 32 - (2 * columns));");
                    source.Line("winners += filters;");
                    source.Block("for (var column = columns; column > 0; column--)", () => GradientPixel(source, vectors));
                });
            });
            source.Line();
            foreach (var (tap, v) in Pairs(Kernel * Kernel, vectors))
                Add(source, $"shape.WeightGradient + ({tap} * shape.WeightRow){Lane(v)}", $"d{tap}_{v}");
            for (var v = 0; v < vectors; v++)
                Add(source, $"shape.BiasGradient{Lane(v)}", $"bias{v}");
        });
    }

    private static void GradientPixel(SourceText source, int vectors)
    {
        for (var v = 0; v < vectors; v++)
        {
            source.Line($"var g{v} = TSimd.Multiply(scale, TSimd.IfGreater(TSimd.Load(output{Lane(v)}), TSimd.Zero, TSimd.Load(gradient{Lane(v)}), TSimd.Zero));");
            source.Line($"bias{v} = TSimd.Add(bias{v}, g{v});");
            for (var s = 0; s < 4; s++)
                source.Line($"var g{s}_{v} = TSimd.IfIndex(packed{v}, {s}, g{v});");
            source.Line($"packed{v} = TSimd.ShiftDown(packed{v}, 2);");
        }

        source.Line("TVector x;");
        foreach (var (i, j) in Pairs(Patch, Patch))
        {
            source.Line($"x = TSimd.Set(x{i}[{j}]);");
            foreach (var (output, tap) in Meets(i, j))
            {
                for (var v = 0; v < vectors; v++)
                    source.Line($"d{tap}_{v} = TSimd.MultiplyAdd(x, g{output}_{v}, d{tap}_{v});");
            }
        }

        source.Line("output += filters;");
        source.Line("gradient += filters;");
        for (var i = 0; i < Patch; i++)
            source.Line($"x{i} += 2;");
    }

    private static void Add(SourceText source, string address, string value) =>
        source.Line($"TSimd.Store({address}, TSimd.Add(TSimd.Load({address}), {value}));");

    /// <summary>The outputs, with their taps, that element (i, j) of the patch takes part in.</summary>
    private static IEnumerable<(int Output, int Tap)> Meets(int i, int j) =>
        from output in Enumerable.Range(0, 4)
        let ty = i - (output / 2)
        let tx = j - (output % 2)
        where ty is >= 0 and < Kernel && tx is >= 0 and < Kernel
        select (output, (ty * Kernel) + tx);

    private static IEnumerable<(int First, int Second)> Pairs(int first, int second) =>
        from a in Enumerable.Range(0, first)
        from b in Enumerable.Range(0, second)
        select (a, b);

    private static string Lane(int vector) => vector == 0 ? "" : " + TSimd.Width";

    private static string Names(int count, Func<int, string> name) => string.Join(", ", Enumerable.Range(0, count).Select(name));
}
