namespace Microsoft.ML.Data;

/// <summary>The column Score over a feature column.</summary>
internal sealed class RegressionScorer(IValueMapper model, DataViewSchema.Column feature, DataViewSchema.DetachedColumn score) : IRowMapper
{
    public DataViewSchema.DetachedColumn[] OutputColumns { get; } = [score];

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs) => inputs[feature.Index] |= activeOutputs[0];

    public Delegate?[] CreateGetters(DataViewRow input, bool[] activeOutputs)
    {
        if (!activeOutputs[0])
            return [null];
        ValueGetter<VBuffer<float>> getFeatures = input.GetGetter<VBuffer<float>>(feature);
        ValueMapper<VBuffer<float>, float> map = model.GetMapper<VBuffer<float>, float>();
        VBuffer<float> buffer = default;
        return
        [
            (ValueGetter<float>)((ref float value) =>
            {
                getFeatures(ref buffer);
                map(buffer, ref value);
            }),
        ];
    }
}
