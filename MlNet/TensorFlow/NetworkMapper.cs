using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;

namespace Microsoft.ML.Transforms;

/// <summary>Columns made of one input column by networks, one network a column.</summary>
internal sealed class NetworkMapper(DataViewSchema.Column input, Network[] networks, DataViewSchema.DetachedColumn[] outputs) : IRowMapper
{
    public DataViewSchema.DetachedColumn[] OutputColumns => outputs;

    internal DataViewSchema.Column Input => input;

    internal Network NetworkOf(int output) => networks[output];

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs) => inputs[input.Index] |= activeOutputs.Contains(true);

    /// <summary>Getters that run the network for the row alone.</summary>
    public Delegate?[] CreateGetters(DataViewRow row, bool[] activeOutputs) =>
        [.. networks.Select((network, index) => activeOutputs[index] ? SingleRow(row.GetGetter<VBuffer<float>>(input), network) : null)];

    /// <exception cref="InvalidOperationException">The vector has not as many values as the network wants.</exception>
    internal static void CheckLength(in VBuffer<float> features, int expected)
    {
        if (features.Length != expected)
            throw new InvalidOperationException($"A network of {expected} inputs was given a vector of {features.Length}.");
    }

    private static ValueGetter<VBuffer<float>> SingleRow(ValueGetter<VBuffer<float>> source, Network network)
    {
        var size = network.Architecture.Input.Size;
        var room = new float[size];
        var outputs = network.Classes;
        VBuffer<float> features = default;
        return (ref VBuffer<float> value) =>
        {
            source(ref features);
            CheckLength(features, size);
            var editor = VBufferEditor.Create(ref value, outputs);
            if (!features.IsDense)
                features.CopyTo(room);
            network.Predict(features.IsDense ? features.GetValues() : room, 1, editor.Values);
            value = editor.Commit();
        };
    }
}
