namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>
/// Makes one step of several where the values between are needed nowhere else: convolutions and products with constant weights take up the factors, offsets, sums and
/// limits behind them, and the border before them.
/// </summary>
internal sealed class GraphFusion
{
    private readonly GraphDraft _draft;
    private readonly List<GraphStep?> _steps;
    private readonly Dictionary<int, int> _producers = []; // by value: the step that gives it
    private readonly Dictionary<int, int> _uses = []; // by value: how often it is read
    private readonly RunContext _context = new(new RunResources(), threads: 1);

    private GraphFusion(GraphDraft draft)
    {
        _draft = draft;
        _steps = [.. draft.Steps];
        foreach (var value in draft.Steps.SelectMany(step => step.Inputs).Concat(draft.Outputs.Select(output => output.Value)))
            _uses[value] = _uses.GetValueOrDefault(value) + 1;
    }

    public static void Apply(GraphDraft draft)
    {
        var fusion = new GraphFusion(draft);
        for (var i = 0; i < fusion._steps.Count; i++)
            fusion.Visit(i);
        draft.Steps.Clear();
        draft.Steps.AddRange(fusion._steps.OfType<GraphStep>());
    }

    private void Visit(int index)
    {
        var step = Prepared(_steps[index]!);
        _context.Step = step.Description;
        step = step.Operation switch
        {
            PreparedConvolution convolution => WithBorder(step, convolution),
            ChannelAffine affine => Scaled(step, affine.Factors, affine.Offsets, affine.ChannelsFirst) ?? step,
            Binary binary => Arithmetic(step, binary) ?? step,
            Unary { Function: { Kind: UnaryKind.Clamp } limits } => Limited(step, limits.Alpha, limits.Beta) ?? step,
            _ => step,
        };
        _steps[index] = step;
        foreach (var output in step.Outputs)
            _producers[output] = index;
    }

    /// <summary>A step with its constant inputs worked into it.</summary>
    private GraphStep Prepared(GraphStep step)
    {
        _context.Step = step.Description;
        switch (step.Operation)
        {
            case Convolution convolution when step.Inputs.Length > 1 && Singles(step.Inputs[1]) is { } kernel && step.Inputs.Skip(2).All(bias => bias < 0 || Singles(bias) is not null):
                var bias = step.Inputs.Length > 2 ? Singles(step.Inputs[2]) : null;
                return step with
                {
                    Operation = new PreparedConvolution(convolution.Settings, ConvolutionWeights.Of(_context, kernel, bias, convolution.Settings)),
                    Inputs = [step.Inputs[0]],
                };
            case BatchNormalizing normalizing when step.Inputs.Length == 5 && Singles(step.Inputs[1]) is { } scale && Singles(step.Inputs[2]) is { } offset
                && Singles(step.Inputs[3]) is { } mean && Singles(step.Inputs[4]) is { } variance:
                return step with { Operation = normalizing.Affine(_context, scale, offset, mean, variance), Inputs = [step.Inputs[0]] };
            case MatrixProduct { TransposesLeft: false } product when step.Inputs.Length == 2 && Singles(step.Inputs[1]) is { Rank: 2, Count: > 0 } matrix:
                return step with { Operation = Product(matrix, product.TransposesRight, 1, null), Inputs = [step.Inputs[0]] };
            case ScaledProduct { TransposesLeft: false } product when step.Inputs.Length > 1 && Singles(step.Inputs[1]) is { Rank: 2, Count: > 0 } matrix
                && step.Inputs.Skip(2).All(added => added < 0 || Singles(added) is { Count: var count, Rank: <= 2 } && (count == 1 || Singles(added)!.Shape[^1] == count)):
                var columns = matrix.Shape[product.TransposesRight ? 0 : 1];
                var row = step.Inputs.Length > 2 ? Singles(step.Inputs[2]) : null;
                if (row is not null && row.Count != 1 && row.Count != columns)
                    throw _context.Fault($"must have a bias of {columns} values. Received: {row}.");
                return step with
                {
                    Operation = Product(matrix, product.TransposesRight, product.Alpha, row is null ? null : Row(row, columns, product.Beta)),
                    Inputs = [step.Inputs[0]],
                };
            default:
                return step;
        }

        static float[] Row(DenseTensor tensor, int length, float factor) =>
            [.. Enumerable.Range(0, length).Select(i => tensor.Storage.Singles![tensor.Count == 1 ? 0 : i] * factor)];
    }

    private static PreparedProduct Product(DenseTensor matrix, bool transposed, float factor, float[]? bias)
    {
        var (depth, columns) = transposed ? (matrix.Shape[1], matrix.Shape[0]) : (matrix.Shape[0], matrix.Shape[1]);
        var values = MatrixProduct.Matrix(matrix.Singles, depth, columns, transposed).ToArray();
        for (var i = 0; factor != 1 && i < values.Length; i++)
            values[i] *= factor;
        return new PreparedProduct(values, bias, depth, columns);
    }

    /// <summary>A border of zeros before a convolution as its own.</summary>
    private GraphStep WithBorder(GraphStep step, PreparedConvolution convolution)
    {
        var (down, across) = (convolution.Settings.Down, convolution.Settings.Across);
        if (Before(step.Inputs[0]) is not { } index || _steps[index] is not { Operation: PaddingAround { Mode: PaddingMode.Constant } border } padding
            || down.Padding != WindowPadding.Explicit || across.Padding != WindowPadding.Explicit
            || padding.Inputs.Length > 3 || _draft.Constants.GetValueOrDefault(padding.Inputs[1]) is not { Count: 8, Storage.Integers: not null } sizes
            || (padding.Inputs.Length > 2 && padding.Inputs[2] >= 0 && Singles(padding.Inputs[2]) is not { Count: 1, Singles: [0] }))
        {
            return step;
        }

        long At(int axis, bool after) => sizes.Integers[border.Pairs ? (2 * axis) + (after ? 1 : 0) : axis + (after ? 4 : 0)];
        var (high, wide) = convolution.Settings.ChannelsFirst ? (2, 3) : (1, 2);
        if (Enumerable.Range(0, 4).Any(axis => At(axis, false) is < 0 or > short.MaxValue || At(axis, true) is < 0 or > short.MaxValue
            || (axis != high && axis != wide && (At(axis, false) != 0 || At(axis, true) != 0))))
        {
            return step;
        }

        _steps[index] = null;
        var settings = convolution.Settings with
        {
            Down = down with { Before = down.Before + (int)At(high, false), After = down.After + (int)At(high, true) },
            Across = across with { Before = across.Before + (int)At(wide, false), After = across.After + (int)At(wide, true) },
        };
        return step with { Operation = new PreparedConvolution(settings, convolution.Weights), Inputs = [padding.Inputs[0]] };
    }

    private GraphStep? Arithmetic(GraphStep step, Binary binary)
    {
        if (step.Inputs is not [var left, var right])
            return null;
        var constant = Singles(right) ?? (binary.Function is BinaryFunction.Add or BinaryFunction.Multiply ? Singles(left) : null);
        if (constant is null)
            return binary.Function == BinaryFunction.Add ? Sum(step, left, right) ?? Sum(step, right, left) : null;
        var data = constant == Singles(right) ? left : right;
        if (Before(data) is not { } index || _steps[index] is not { } before || ChannelsOf(before) is not { } kind || Row(constant, kind.Count, kind.First) is not { } row)
            return null;
        var (factors, offsets) = binary.Function switch
        {
            BinaryFunction.Add => ((float[]?)null, row),
            BinaryFunction.Subtract => (null, Array.ConvertAll(row, value => -value)),
            BinaryFunction.Multiply => (row, new float[row.Length]),
            BinaryFunction.Divide => (Array.ConvertAll(row, value => 1 / value), new float[row.Length]),
            _ => (null, []),
        };
        return offsets.Length == 0 ? null : Scaled(step with { Inputs = [data] }, factors, offsets, kind.First);
    }

    private static (int Count, bool First)? ChannelsOf(GraphStep step) => step.Operation switch
    {
        PreparedConvolution { Lowest: float.NegativeInfinity, Highest: float.PositiveInfinity } convolution when step.Inputs.Length == 1 =>
            (convolution.Weights.AllFilters, convolution.Settings.ChannelsFirst),
        PreparedProduct { Lowest: float.NegativeInfinity, Highest: float.PositiveInfinity } product => (product.Columns, false),
        _ => null,
    };

    /// <summary>The values of a constant that has one a channel, or one for all; null where it is shaped otherwise.</summary>
    private static float[]? Row(DenseTensor constant, int channels, bool channelsFirst)
    {
        if (constant.Count == 1 && constant.Rank <= 1)
            return [.. Enumerable.Repeat(constant.Singles[0], channels)];
        var axis = channelsFirst ? constant.Rank - 3 : constant.Rank - 1;
        return axis >= 0 && constant.Rank <= (channelsFirst ? 4 : 2) && constant.Count == channels && constant.Shape[axis] == channels ? constant.Singles.ToArray() : null;
    }

    /// <summary>A step of weights that gives what the step gives, which scales and shifts its channels; null where there is none before it.</summary>
    private GraphStep? Scaled(GraphStep step, float[]? factors, float[] offsets, bool channelsFirst)
    {
        if (Before(step.Inputs[0]) is not { } index || _steps[index] is not { } before || ChannelsOf(before) != (offsets.Length, channelsFirst))
            return null;
        Operation operation;
        if (before.Operation is PreparedConvolution convolution)
        {
            operation = new PreparedConvolution(convolution.Settings, convolution.Weights.Scaled(factors, offsets));
        }
        else
        {
            var product = (PreparedProduct)before.Operation;
            var matrix = factors is null ? product.Matrix : [.. product.Matrix.Select((value, i) => value * factors[i % factors.Length])];
            operation = new PreparedProduct(matrix, [.. offsets.Select((offset, i) => ((product.Bias?[i] ?? 0) * (factors?[i] ?? 1)) + offset)], product.Depth, product.Columns);
        }

        _steps[index] = null;
        return new GraphStep(before.Description, operation, before.Inputs, step.Outputs);
    }

    /// <summary>A convolution that adds another value on the way.</summary>
    private GraphStep? Sum(GraphStep step, int convolved, int other)
    {
        if (convolved == other || Before(convolved) is not { } index || _steps[index] is not { Operation: PreparedConvolution convolution } before || ChannelsOf(before) is null)
            return null;
        _steps[index] = null;
        return new GraphStep(before.Description, new PreparedConvolution(convolution.Settings, convolution.Weights), [before.Inputs[0], other], step.Outputs);
    }

    private GraphStep? Limited(GraphStep step, float lowest, float highest)
    {
        if (Before(step.Inputs[0]) is not { } index || _steps[index] is not { } before)
            return null;
        Operation? operation = before.Operation switch
        {
            PreparedConvolution { Lowest: float.NegativeInfinity, Highest: float.PositiveInfinity } convolution =>
                new PreparedConvolution(convolution.Settings, convolution.Weights) { Lowest = lowest, Highest = highest },
            PreparedProduct { Lowest: float.NegativeInfinity, Highest: float.PositiveInfinity } product =>
                new PreparedProduct(product.Matrix, product.Bias, product.Depth, product.Columns) { Lowest = lowest, Highest = highest },
            ChannelAffine { Lowest: float.NegativeInfinity, Highest: float.PositiveInfinity } affine =>
                new ChannelAffine(affine.Factors, affine.Offsets, affine.ChannelsFirst) { Lowest = lowest, Highest = highest },
            _ => null,
        };
        if (operation is null)
            return null;
        _steps[index] = null;
        return new GraphStep(before.Description, operation, before.Inputs, step.Outputs);
    }

    /// <summary>The step that gives a value, where nobody else needs it.</summary>
    private int? Before(int value) => _uses.GetValueOrDefault(value) == 1 && _producers.TryGetValue(value, out var index) ? index : null;

    private DenseTensor? Singles(int value) => _draft.Constants.GetValueOrDefault(value) is { Type: ElementType.Single } found ? found : null;
}
