namespace Microsoft.ML.Data;

/// <summary>The columns PredictedLabel and Score of a clustering model over a feature column.</summary>
internal sealed class ClusteringScorer(
    IValueMapper model, DataViewSchema.Column feature, DataViewSchema.DetachedColumn predictedLabel, DataViewSchema.DetachedColumn score) : IRowMapper
{
    public DataViewSchema.DetachedColumn[] OutputColumns { get; } = [predictedLabel, score];

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs) => inputs[feature.Index] |= activeOutputs.Contains(true);

    public Delegate?[] CreateGetters(DataViewRow input, bool[] activeOutputs)
    {
        if (!activeOutputs.AsSpan().Contains(true))
            return new Delegate?[2];
        var distances = new ScoreRow<VBuffer<float>, VBuffer<float>>(model, input, feature);
        return
        [
            activeOutputs[0] ? (ValueGetter<uint>)((ref uint value) => value = KeyOfMinimum(distances.Current.GetValues())) : null,
            activeOutputs[1] ? distances.Getter(alone: !activeOutputs[0], (in VBuffer<float> source, ref VBuffer<float> value) => source.CopyTo(ref value)) : null,
        ];
    }

    /// <summary>One plus the index of the first least distance; 0 (missing) where a distance is NaN.</summary>
    private static uint KeyOfMinimum(ReadOnlySpan<float> distances)
    {
        int best = -1;
        for (int k = 0; k < distances.Length; k++)
        {
            if (float.IsNaN(distances[k]))
                return 0;
            if (best < 0 || distances[k] < distances[best])
                best = k;
        }

        return (uint)(best + 1);
    }
}
