using System.Runtime.CompilerServices;

namespace Microsoft.ML.Data;

/// <summary>The columns PredictedLabel and Score over a feature column.</summary>
internal sealed class MulticlassScorer(
    IValueMapper model,
    DataViewSchema.Column feature,
    DataViewSchema.DetachedColumn predictedLabel,
    DataViewSchema.DetachedColumn score) : IRowMapper
{
    public DataViewSchema.DetachedColumn[] OutputColumns { get; } = [predictedLabel, score];

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs) => inputs[feature.Index] |= activeOutputs.Contains(true);

    /// <summary>Features are numbers for nearly all models, and the bytes of files for classifiers of images.</summary>
    public Delegate?[] CreateGetters(DataViewRow input, bool[] activeOutputs) => model.InputType.RawType == typeof(VBuffer<byte>)
        ? CreateGetters<VBuffer<byte>>(input, activeOutputs)
        : CreateGetters<VBuffer<float>>(input, activeOutputs);

    private Delegate?[] CreateGetters<TFeatures>(DataViewRow input, bool[] activeOutputs)
    {
        if (!activeOutputs.AsSpan().Contains(true))
            return new Delegate?[2];
        var scores = new ScoreRow<TFeatures, VBuffer<float>>(model, input, feature);
        return
        [
            activeOutputs[0] ? (ValueGetter<uint>)((ref uint value) => value = KeyOfMaximum(scores.Current)) : null,
            activeOutputs[1] ? scores.Getter(alone: !activeOutputs[0], (in VBuffer<float> source, ref VBuffer<float> value) => source.CopyTo(ref value)) : null,
        ];
    }

    /// <summary>One plus the index of the first greatest score; 0 (missing) where a score is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint KeyOfMaximum(in VBuffer<float> scores)
    {
        if (!scores.IsDense)
        {
            var dense = default(VBuffer<float>);
            scores.CopyToDense(ref dense);
            return KeyOfMaximum(dense);
        }

        var values = scores.GetValues();
        var best = -1;
        for (var index = 0; index < values.Length; index++)
        {
            if (float.IsNaN(values[index]))
                return 0;
            if (best < 0 || values[index] > values[best])
                best = index;
        }

        return (uint)(best + 1);
    }
}
