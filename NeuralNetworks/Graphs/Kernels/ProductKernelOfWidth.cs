using System.Runtime.CompilerServices;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>
/// Products by packed panels. A task has some pieces of rows and some panels; a panel's product for a piece goes to a few kilobytes beside, and from there with
/// bias, residual and limits to its place while it is in the first cache. Whoever runs which task, each value is summed up in the same order.
/// </summary>
internal sealed unsafe class ProductKernel<TSimd, TVector> : ProductKernel
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int LargestPiece = 60;
    private const int TasksPerThread = 4;
    private const long LargestGroup = 256 << 10; // bytes of A that stay in the second cache
    private const long LeastWork = 1 << 16; // multiplications worth a task

    private readonly Arena _arena = new();
    private readonly PackedMatrix _layout;
    private readonly float* _matrices;
    private readonly float* _bias;

    public ProductKernel(ReadOnlySpan<float> matrices, ReadOnlySpan<float> bias, int groups, int depth, int columns)
    {
        Columns = columns;
        _layout = new PackedMatrix(depth, (columns + TSimd.Width - 1) / TSimd.Width, TSimd.Width);
        _matrices = _arena.Floats((long)groups * _layout.Count);
        var padded = _layout.Vectors * TSimd.Width;
        _bias = _arena.Floats((long)groups * padded);
        for (var group = 0; group < groups; group++)
        {
            Pack(matrices.Slice(group * depth * columns, depth * columns), _matrices + ((nint)group * _layout.Count));
            if (!bias.IsEmpty)
                bias.Slice(group * columns, columns).CopyTo(new Span<float>(_bias + (group * padded), columns));
        }
    }

    public override int Columns { get; }

    public override void Run(RunContext context, ProductJob job, int group)
    {
        var pieces = Pieces.Of(job, LargestPiece);
        if (pieces.Count == 0 || Columns == 0)
            return;
        var work = (long)pieces.Count * pieces.Length * job.Segments * job.Depth * Columns;
        var wanted = (int)Math.Clamp(work / LeastWork, 1, context.Threads == 1 ? 1 : context.Threads * TasksPerThread);
        var bytes = Math.Max(1, pieces.Length * Math.Abs(job.AColumn) * sizeof(float));
        var together = Math.Clamp(Math.Min(pieces.Count / wanted, (int)Math.Min(int.MaxValue, LargestGroup / bytes)), 1, pieces.Count);
        var rowTasks = (pieces.Count + together - 1) / together;
        var panelTasks = Math.Clamp((wanted + rowTasks - 1) / rowTasks, 1, _layout.Panels);
        context.Parallel(rowTasks * panelTasks, task =>
        {
            var (rowTask, panelTask) = Math.DivRem(task, panelTasks);
            var firstPanel = _layout.Panels * panelTask / panelTasks;
            var lastPanel = _layout.Panels * (panelTask + 1) / panelTasks;
            Run(job, pieces, group, rowTask * together, Math.Min(pieces.Count, (rowTask + 1) * together), firstPanel, lastPanel);
        });
        GC.KeepAlive(this);
    }

    private void Run(in ProductJob job, Pieces pieces, int group, int firstPiece, int lastPiece, int firstPanel, int lastPanel)
    {
        var buffer = stackalloc float[(LargestPiece + 1) * 2 * TSimd.Width];
        var sums = (float*)(((nint)buffer + 63) & ~63);
        var matrix = _matrices + ((nint)group * _layout.Count);
        var bias = _bias + ((nint)group * _layout.Vectors * TSimd.Width);
        for (var panel = firstPanel; panel < lastPanel; panel++)
        {
            var shape = new ProductShape
            {
                Segments = job.Segments, Offsets = job.Offsets, Depth = job.Depth, ARow = job.AColumn, ADepth = job.ADepth, CRow = _layout.RowStride(panel),
            };
            var first = panel * 2 * TSimd.Width;
            var width = Math.Min(Columns - first, _layout.RowStride(panel));
            for (var piece = firstPiece; piece < lastPiece; piece++)
            {
                var (image, row, column, length) = pieces[piece];
                MatrixProduct<TSimd, TVector>.Panel(shape, length, _layout.PanelVectors(panel), job.A + (image * job.AImage) + (row * job.ARow) + (column * job.AColumn),
                    matrix + (panel * _layout.PanelStride), _layout.RowStride(panel), sums);
                var place = (((((nint)image * job.Rows) + row) * job.Columns) + column) * job.CColumn + first;
                for (var i = 0; i < length; i++, place += job.CColumn)
                    Finish(job, sums + (i * (nint)shape.CRow), bias + first, job.Residual == null ? null : job.Residual + place, job.C + place, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.AggressiveInlining)]
    private static void Finish(in ProductJob job, float* sums, float* bias, float* residual, float* target, int count)
    {
        TVector lowest = TSimd.Set(job.Lowest), highest = TSimd.Set(-job.Highest);
        var limited = job.IsLimited;
        var i = 0;
        for (; i + TSimd.Width <= count; i += TSimd.Width)
        {
            var value = TSimd.Add(TSimd.Load(sums + i), TSimd.Load(bias + i));
            if (residual != null)
                value = TSimd.Add(value, TSimd.Load(residual + i));
            if (limited)
            {
                value = TSimd.Max(lowest, value);
                value = TSimd.Subtract(TSimd.Zero, TSimd.Max(highest, TSimd.Subtract(TSimd.Zero, value)));
            }

            TSimd.Store(target + i, value);
        }

        for (; i < count; i++)
        {
            var value = sums[i] + bias[i] + (residual == null ? 0 : residual[i]);
            target[i] = value < job.Lowest ? job.Lowest : value > job.Highest ? job.Highest : value;
        }
    }

    private void Pack(ReadOnlySpan<float> matrix, float* target)
    {
        for (var row = 0; row < _layout.Rows; row++)
        {
            var source = matrix.Slice(row * Columns, Columns);
            for (var column = 0; column < Columns; column += TSimd.Width)
            {
                var count = Math.Min(TSimd.Width, Columns - column);
                source.Slice(column, count).CopyTo(new Span<float>(target + _layout.Offset(row, column), count));
            }
        }
    }

    /// <summary>Rows cut into equal pieces of a few columns each.</summary>
    private readonly record struct Pieces(int Count, int Length, int InARow, int Rows, int Columns)
    {
        public (int Image, int Row, int Column, int Length) this[int piece]
        {
            get
            {
                var (line, part) = Math.DivRem(piece, InARow);
                var (image, row) = Math.DivRem(line, Rows);
                var first = (int)((long)Columns * part / InARow);
                return (image, row, first, (int)((long)Columns * (part + 1) / InARow) - first);
            }
        }

        public static Pieces Of(in ProductJob job, int largest)
        {
            var inARow = Math.Max(1, (job.Columns + largest - 1) / largest);
            return new(checked(job.Images * job.Rows * inARow), (job.Columns + inARow - 1) / inARow, inARow, job.Rows, job.Columns);
        }
    }
}
