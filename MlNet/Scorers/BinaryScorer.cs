namespace Microsoft.ML.Data;

/// <summary>The columns PredictedLabel, Score and perhaps Probability over a feature column.</summary>
internal sealed class BinaryScorer(
    IValueMapper model, DataViewSchema.Column feature, DataViewSchema.DetachedColumn[] columns, float threshold, bool byProbability) : IRowMapper
{
    public DataViewSchema.DetachedColumn[] OutputColumns => columns;

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs) => inputs[feature.Index] |= activeOutputs.Contains(true);

    public Delegate?[] CreateGetters(DataViewRow input, bool[] activeOutputs)
    {
        var getters = new Delegate?[columns.Length];
        if (!activeOutputs.AsSpan().Contains(true))
            return getters;
        var row = new Row(model, input, feature);
        if (activeOutputs[0])
        {
            // A score that is not a number predicts false, as nothing lies above the threshold.
            getters[0] = byProbability && columns.Length > 2
                ? (ValueGetter<bool>)((ref bool value) => value = row.Current.Probability > threshold)
                : (ValueGetter<bool>)((ref bool value) => value = row.Current.Score > threshold);
        }

        if (activeOutputs[1])
            getters[1] = (ValueGetter<float>)((ref float value) => value = row.Current.Score);
        if (columns.Length > 2 && activeOutputs[2])
            getters[2] = (ValueGetter<float>)((ref float value) => value = row.Current.Probability);
        return getters;
    }

    /// <summary>Score and probability at the row that a cursor stands on, computed once a row.</summary>
    private sealed class Row
    {
        private readonly DataViewRow _input;
        private readonly ValueGetter<VBuffer<float>> _features;
        private readonly ProbabilityMapper<VBuffer<float>> _map;
        private VBuffer<float> _buffer;
        private (float Score, float Probability) _values;
        private long _position = -1;

        internal Row(IValueMapper model, DataViewRow input, DataViewSchema.Column feature)
        {
            _input = input;
            _features = input.GetGetter<VBuffer<float>>(feature);
            if (model is IProbabilityMapper calibrated)
            {
                _map = calibrated.GetProbabilityMapper();
                return;
            }

            ValueMapper<VBuffer<float>, float> map = model.GetMapper<VBuffer<float>, float>();
            _map = (in VBuffer<float> source, out float score, out float probability) =>
            {
                score = 0;
                map(source, ref score);
                probability = float.NaN;
            };
        }

        internal (float Score, float Probability) Current
        {
            get
            {
                if (_position != _input.Position || _position < 0)
                {
                    _features(ref _buffer);
                    _map(_buffer, out float score, out float probability);
                    _values = (score, probability);
                    _position = _input.Position;
                }

                return _values;
            }
        }
    }
}
