using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>The values that networks give for the rows of a cursor, computed a batch at a time ahead of the row that is read.</summary>
internal sealed class NetworkBatches : IScoredRows
{
    // Enough rows to keep all cores busy; the first batches are smaller, for those who only look at a few rows.
    private const int LargestBatch = 256;
    private const int FirstBatch = 16;

    private readonly DataViewRowCursor _ahead;
    private readonly ValueGetter<VBuffer<float>> _getter;
    private readonly NetworkMapper _mapper;
    private readonly int _inputSize;
    private readonly float[] _inputs;
    private readonly float[]?[] _outputs;
    private VBuffer<float> _features;
    private long _row = -1;
    private long _firstRow;
    private long _read;
    private int _count;
    private int _batch = FirstBatch;

    /// <param name="ahead">A cursor over the input column, read by nobody else; owned.</param>
    /// <param name="mapper">The columns and their networks.</param>
    /// <param name="active">Which columns are wanted.</param>
    internal NetworkBatches(DataViewRowCursor ahead, NetworkMapper mapper, bool[] active)
    {
        _ahead = ahead;
        _mapper = mapper;
        _getter = ahead.GetGetter<VBuffer<float>>(mapper.Inputs[0]);
        _inputSize = mapper.NetworkOf(0).Architecture.Input.Size;
        _inputs = new float[LargestBatch * _inputSize];
        _outputs = [.. active.Select((wanted, index) => wanted ? new float[LargestBatch * mapper.NetworkOf(index).Classes] : null)];
    }

    public void MoveNext() => _row++;

    public Delegate GetGetter(int output)
    {
        var size = _mapper.NetworkOf(output).Classes;
        return (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) =>
        {
            var at = IndexOfRow();
            var editor = VBufferEditor.Create(ref value, size);
            _outputs[output].AsSpan(at * size, size).CopyTo(editor.Values);
            value = editor.Commit();
        });
    }

    public void Dispose() => _ahead.Dispose();

    /// <summary>Where in the batch the current row lies; scores a new batch that begins with it where it is not in the present one.</summary>
    private int IndexOfRow()
    {
        if (_row < 0)
            throw new InvalidOperationException("A value was asked for before the first row.");
        if (_row >= _firstRow + _count)
            Fill();
        return (int)(_row - _firstRow);
    }

    private void Fill()
    {
        while (_read < _row && _ahead.MoveNext())
            _read++;
        _firstRow = _row;
        for (_count = 0; _count < _batch && _ahead.MoveNext(); _count++, _read++)
        {
            _getter(ref _features);
            _mapper.Fill(_features, _inputs.AsSpan(_count * _inputSize, _inputSize));
        }

        if (_count == 0)
            throw new InvalidOperationException("The input of a network gave fewer rows when it was read a second time.");
        for (var index = 0; index < _outputs.Length; index++)
        {
            if (_outputs[index] is { } outputs)
                _mapper.NetworkOf(index).Predict(_inputs.AsSpan(0, _count * _inputSize), _count, outputs);
        }

        _batch = Math.Min(LargestBatch, _batch * 4);
    }
}
