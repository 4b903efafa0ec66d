using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;

namespace Microsoft.ML.Transforms;

/// <summary>Columns made of one input column by networks, one network a column.</summary>
/// <param name="input">The input column, a vector of Single.</param>
/// <param name="networks">The networks, all over images of one shape.</param>
/// <param name="outputs">The columns that are made.</param>
/// <param name="channelsFirst">Whether the column's images are <c>[channels, height, width]</c>; networks want the channels last.</param>
internal sealed class NetworkMapper(DataViewSchema.Column input, Network[] networks, DataViewSchema.DetachedColumn[] outputs, bool channelsFirst = false)
    : IScoringMapper
{
    private readonly TensorShape _image = networks[0].Architecture.Input;

    public DataViewSchema.DetachedColumn[] OutputColumns => outputs;

    public DataViewSchema.Column[] Inputs { get; } = [input];

    public IScoredRows Score(DataViewRowCursor ahead, bool[] active) => new NetworkBatches(ahead, this, active);

    internal Network NetworkOf(int output) => networks[output];

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs) => inputs[input.Index] |= activeOutputs.Contains(true);

    /// <summary>Getters that run the network for the row alone.</summary>
    public Delegate?[] CreateGetters(DataViewRow row, bool[] activeOutputs) =>
        [.. networks.Select((network, index) => activeOutputs[index] ? SingleRow(row.GetGetter<VBuffer<float>>(input), network) : null)];

    /// <summary>Writes a row's values in the order that the networks want.</summary>
    /// <exception cref="InvalidOperationException">The vector has not as many values as a network wants.</exception>
    internal void Fill(in VBuffer<float> features, Span<float> target)
    {
        if (features.Length != _image.Size)
            throw new InvalidOperationException($"A network of {_image.Size} inputs was given a vector of {features.Length}.");
        if (!channelsFirst || _image.Channels == 1 || _image.Height * _image.Width == 1)
        {
            features.CopyTo(target);
            return;
        }

        var area = _image.Height * _image.Width;
        target.Clear();
        foreach (var (index, value) in features.Items())
            target[(index % area * _image.Channels) + (index / area)] = value;
    }

    private ValueGetter<VBuffer<float>> SingleRow(ValueGetter<VBuffer<float>> source, Network network)
    {
        var image = new float[_image.Size];
        var outputs = network.Classes;
        VBuffer<float> features = default;
        return (ref VBuffer<float> value) =>
        {
            source(ref features);
            Fill(features, image);
            var editor = VBufferEditor.Create(ref value, outputs);
            network.Predict(image, 1, editor.Values);
            value = editor.Commit();
        };
    }
}
