using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Matrices times matrices, batch by batch, each perhaps transposed first.</summary>
internal sealed class MatrixProduct(bool transposesLeft = false, bool transposesRight = false) : SingleOperation
{
    public bool TransposesLeft => transposesLeft;

    public bool TransposesRight => transposesRight;

    public static DenseTensor Apply(RunContext context, DenseTensor left, DenseTensor right, bool transposesLeft, bool transposesRight)
    {
        // A vector is a row on the left and a column on the right; what was added is taken away again.
        var (a, b) = (left.Rank == 1 ? left.Shape.Insert(0, 1) : left.Shape, right.Rank == 1 ? right.Shape.Add(1) : right.Shape);
        if (a.Length < 2 || b.Length < 2)
            throw context.Fault($"must have matrices. Received: {left} and {right}.");
        var (rows, depth) = transposesLeft ? (a[^1], a[^2]) : (a[^2], a[^1]);
        var (height, columns) = transposesRight ? (b[^1], b[^2]) : (b[^2], b[^1]);
        if (depth != height)
            throw context.Fault($"must have matrices that fit. Received: {left} and {right}.");
        var (leftBatch, rightBatch) = (a[..^2], b[..^2]);
        var batch = Broadcast.ShapeOf(context, leftBatch, rightBatch);
        var output = context.Rent(ElementType.Single, batch.Add(rows).Add(columns));
        var flat = output.Count == 0 || depth == 0;
        if (flat)
            PaddingAround.Fill(output, 0);
        for (var index = 0; index < (flat ? 0 : output.Count / (rows * columns)); index++)
        {
            var kernel = ProductKernel.Create(
                Matrix(right.Singles.Slice(PlaceOf(index, batch, rightBatch) * depth * columns, depth * columns), depth, columns, transposesRight), [], 1, depth, columns);
            Multiply(context, kernel, left.Storage.Singles!, PlaceOf(index, batch, leftBatch) * rows * depth, rows, depth, transposesLeft, output, index * rows * columns);
        }

        if (left.Rank > 1 && right.Rank > 1)
            return output;
        var shape = left.Rank == 1 ? output.Shape.RemoveAt(output.Rank - 2) : output.Shape;
        var result = context.View(output, right.Rank == 1 ? shape.RemoveAt(shape.Length - 1) : shape);
        context.Release(output);
        return result;
    }

    /// <summary>A matrix row by row, transposed if it is to be.</summary>
    public static ReadOnlySpan<float> Matrix(ReadOnlySpan<float> values, int rows, int columns, bool transposed)
    {
        if (!transposed)
            return values;
        var result = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                result[(row * columns) + column] = values[(column * rows) + row];
        }

        return result;
    }

    public static unsafe void Multiply(
        RunContext context, ProductKernel kernel, float[] left, int leftStart, int rows, int depth, bool transposed, DenseTensor output, int start,
        float lowest = float.NegativeInfinity, float highest = float.PositiveInfinity)
    {
        nint none = 0;
        fixed (float* from = left, to = output.Storage.Singles)
        {
            kernel.Run(
                context,
                new ProductJob
                {
                    A = from + leftStart,
                    C = to + start,
                    Segments = 1,
                    Offsets = &none,
                    Depth = depth,
                    ADepth = transposed ? rows : 1,
                    AColumn = transposed ? 1 : depth,
                    CColumn = kernel.Columns,
                    Images = 1,
                    Rows = 1,
                    Columns = rows,
                    Lowest = lowest,
                    Highest = highest,
                },
                group: 0);
        }
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs) => Apply(context, inputs.Singles(0), inputs.Singles(1), transposesLeft, transposesRight);

    private static int PlaceOf(int index, ImmutableArray<int> batch, ImmutableArray<int> shape)
    {
        int place = 0, stride = 1;
        for (var back = 1; back <= batch.Length; back++)
        {
            (index, var at) = Math.DivRem(index, batch[^back]);
            if (back > shape.Length)
                continue;
            place += shape[^back] == 1 ? 0 : at * stride;
            stride *= shape[^back];
        }

        return place;
    }
}

/// <summary>alpha A B + beta C, where C is stretched to the product's shape.</summary>
internal sealed class ScaledProduct(float alpha, float beta, bool transposesLeft, bool transposesRight) : SingleOperation
{
    public float Alpha => alpha;

    public float Beta => beta;

    public bool TransposesLeft => transposesLeft;

    public bool TransposesRight => transposesRight;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        if (inputs[0].Rank != 2 || inputs[1].Rank != 2)
            throw context.Fault($"must have two matrices. Received: {inputs[0]} and {inputs[1]}.");
        var product = MatrixProduct.Apply(context, inputs.Singles(0), inputs.Singles(1), transposesLeft, transposesRight);
        for (var i = 0; alpha != 1 && i < product.Count; i++)
            product.Storage.Singles![i] *= alpha;
        if (inputs.OptionalSingles(2) is not { } added || beta == 0)
            return product;
        var scaled = Unary.Apply(context, new UnaryFunction(UnaryKind.Identity), added);
        if (beta != 1)
        {
            context.Release(scaled);
            scaled = context.Rent(ElementType.Single, added.Shape);
            for (var i = 0; i < added.Count; i++)
                scaled.Storage.Singles![i] = added.Singles[i] * beta;
        }

        var sum = Binary.Apply(context, BinaryFunction.Add, product, scaled);
        context.Release(product);
        context.Release(scaled);
        return sum;
    }
}

/// <summary>Rows times a constant matrix with a bias, perhaps limited. All axes but the last count as rows.</summary>
internal sealed class PreparedProduct(float[] matrix, float[]? bias, int depth, int columns) : SingleOperation
{
    private readonly Lock _lock = new();
    private float[]? _matrix = matrix;
    private ProductKernel? _kernel;

    public float Lowest { get; init; } = float.NegativeInfinity;

    public float Highest { get; init; } = float.PositiveInfinity;

    /// <summary>The matrix, [depth, columns], as long as the operation has not run.</summary>
    public float[] Matrix => _matrix ?? throw new InvalidOperationException("The weights have been laid out for the processor.");

    public float[]? Bias { get; } = bias;

    public int Depth => depth;

    public int Columns => columns;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        lock (_lock)
        {
            if (_matrix is { } draft)
            {
                _kernel = ProductKernel.Create(draft, Bias, 1, depth, columns);
                _matrix = null;
            }
        }

        var input = inputs.Singles(0);
        if (input.Rank < 1 || input.Shape[^1] != depth)
            throw context.Fault($"must have rows of {depth}. Received: {input}.");
        var output = context.Rent(ElementType.Single, input.Shape.SetItem(input.Rank - 1, columns));
        MatrixProduct.Multiply(context, _kernel!, input.Storage.Singles!, 0, input.Count / depth, depth, transposed: false, output, 0, Lowest, Highest);
        return output;
    }
}
