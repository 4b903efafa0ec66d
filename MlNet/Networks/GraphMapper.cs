using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Transforms;

/// <summary>Columns that a graph makes of others, row by row.</summary>
/// <param name="graph">The graph.</param>
/// <param name="feeds">What feeds its inputs, in their order.</param>
/// <param name="outputs">The columns that are made of its outputs, in their order.</param>
internal sealed class GraphMapper(InferenceGraph graph, GraphFeed[] feeds, DataViewSchema.DetachedColumn[] outputs) : IScoringMapper
{
    public DataViewSchema.DetachedColumn[] OutputColumns => outputs;

    public DataViewSchema.Column[] Inputs { get; } = [.. feeds.Select(feed => feed.Column)];

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs)
    {
        if (!activeOutputs.Contains(true))
            return;
        foreach (var column in Inputs)
            inputs[column.Index] = true;
    }

    /// <summary>Getters that run the graph for the row alone, once for all of them.</summary>
    public Delegate?[] CreateGetters(DataViewRow row, bool[] activeOutputs)
    {
        if (!activeOutputs.Contains(true))
            return new Delegate?[outputs.Length];
        var readers = Readers(row);
        var position = -1L;
        DenseTensor[] results = [];
        return [.. outputs.Select((_, index) => activeOutputs[index] ? GraphTypes.Getter(graph.Outputs[index].Type, () => Current()[index]) : null)];

        DenseTensor[] Current()
        {
            if (position == row.Position && position >= 0)
                return results;
            results = graph.Run(Array.ConvertAll(readers, reader => reader()));
            position = row.Position;
            return results;
        }
    }

    public IScoredRows Score(DataViewRowCursor ahead, bool[] active) => new GraphBatches(ahead, this);

    internal Func<DenseTensor>[] Readers(DataViewRow row) => Array.ConvertAll(feeds, feed => GraphTypes.Reader(row, feed.Column, feed.Type, feed.Shape));

    /// <summary>The outputs of rows: a row a thread where there are many, all threads for a row otherwise.</summary>
    internal DenseTensor[][] Run(IReadOnlyList<DenseTensor[]> rows)
    {
        var results = new DenseTensor[rows.Count][];
        if (rows.Count < Environment.ProcessorCount)
        {
            for (var row = 0; row < rows.Count; row++)
                results[row] = graph.Run(rows[row]);
        }
        else
        {
            Parallel.For(0, rows.Count, row => results[row] = graph.Run(rows[row], threads: 1));
        }

        return results;
    }

    internal ElementType TypeOf(int output) => graph.Outputs[output].Type;
}
