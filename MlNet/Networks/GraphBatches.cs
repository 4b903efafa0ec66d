using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Transforms;

/// <summary>The values that a graph gives for the rows of a cursor, computed a batch at a time ahead of the row that is read.</summary>
internal sealed class GraphBatches(DataViewRowCursor ahead, GraphMapper mapper) : IScoredRows
{
    // The first batches are small, for those who only look at a few rows; the last ones keep all cores busy.
    private const int LargestBatch = 128;
    private const long LargestBytes = 64 << 20;

    private readonly Func<DenseTensor>[] _readers = mapper.Readers(ahead);
    private DenseTensor[][] _results = [];
    private long _row = -1;
    private long _firstRow;
    private long _read;
    private int _batch = 1;

    public void MoveNext() => _row++;

    public Delegate GetGetter(int output) => GraphTypes.Getter(mapper.TypeOf(output), () => Current()[output]);

    public void Dispose() => ahead.Dispose();

    private DenseTensor[] Current()
    {
        if (_row < 0)
            throw new InvalidOperationException("A value was asked for before the first row.");
        if (_row >= _firstRow + _results.Length)
            Fill();
        return _results[_row - _firstRow];
    }

    private void Fill()
    {
        while (_read < _row && ahead.MoveNext())
            _read++;
        _firstRow = _row;
        var rows = new List<DenseTensor[]>();
        for (long bytes = 0; rows.Count < _batch && bytes < LargestBytes && ahead.MoveNext(); _read++)
        {
            rows.Add(Array.ConvertAll(_readers, reader => reader()));
            bytes += rows[^1].Sum(tensor => (long)tensor.Count * sizeof(long));
        }

        if (rows.Count == 0)
            throw new InvalidOperationException("The input of a graph gave fewer rows when it was read a second time.");
        _results = mapper.Run(rows);
        _batch = Math.Min(LargestBatch, _batch * 4);
    }
}
