using System.Runtime.CompilerServices;

namespace Microsoft.ML.Data;

/// <summary>The score of a model at the row that a cursor stands on, computed once a row however many columns are made of it.</summary>
internal sealed class ScoreRow<TFeatures, TScore>
{
    private readonly DataViewRow _input;
    private readonly ValueGetter<TFeatures> _features;
    private readonly ValueMapper<TFeatures, TScore> _map;
    private TFeatures _buffer = default!;
    private TScore _score = default!;
    private long _position = -1;

    internal ScoreRow(IValueMapper model, DataViewRow input, DataViewSchema.Column feature)
    {
        _input = input;
        _features = input.GetGetter<TFeatures>(feature);
        _map = model.GetMapper<TFeatures, TScore>();
    }

    /// <summary>The score; it stays valid until the row moves.</summary>
    internal ref readonly TScore Current
    {
        get
        {
            if (_position != _input.Position || _position < 0)
            {
                Compute(ref _score);
                _position = _input.Position;
            }

            return ref _score;
        }
    }

    /// <summary>A getter of a value made of the score. One that is the only user of the score computes it right into the caller's buffer.</summary>
    internal ValueGetter<TScore> Getter(bool alone, ValueMapper<TScore, TScore> copy) =>
        alone ? Compute : (ref TScore value) => copy(Current, ref value);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compute(ref TScore score)
    {
        _features(ref _buffer);
        _map(_buffer, ref score);
    }
}
