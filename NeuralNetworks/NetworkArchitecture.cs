using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks;

/// <summary>A network as data: a name, the shape of an image and the layers in order. It holds no weights.</summary>
/// <param name="Name">For example <c>safaei/cnn_1</c>.</param>
/// <param name="Input">Shape of one image.</param>
/// <param name="Layers">The layers, first to last.</param>
public sealed record NetworkArchitecture(string Name, TensorShape Input, ImmutableArray<Layer> Layers)
{
    /// <summary>Length of the network's output vector.</summary>
    /// <exception cref="ArgumentException">The layers do not fit together.</exception>
    [JsonIgnore]
    public int Classes => Resolve()[^1].Output.Shape.Size;

    /// <summary>The layer table: output shapes and parameter counts as Keras gives them.</summary>
    /// <exception cref="ArgumentException">The layers do not fit together; the message names the first that does not.</exception>
    public NetworkSummary Summarize()
    {
        var layers = Resolve();
        var specs = layers.SelectMany(layer => layer.Parameters).ToList();
        return new NetworkSummary(
            Name,
            [.. layers.SelectMany(layer => layer.WithNested()).Select(layer => new LayerSummary(layer.Name, layer.Layer.TypeName, layer.Output.ToString(),
                layer.IsNest ? 0 : layer.Parameters.Sum(spec => (long)spec.Count), layer.Layer.MultiplyAdds(layer.Input, layer.Output)))],
            specs.Where(spec => spec.Trainable).Sum(spec => (long)spec.Count),
            specs.Where(spec => !spec.Trainable).Sum(spec => (long)spec.Count));
    }

    /// <summary>
    /// What runs for this network on this machine: the stages its layers are turned into, in order, with what is fused, as lines of text. The first
    /// line says the vector width.
    /// </summary>
    /// <param name="batchSize">Images a step.</param>
    /// <param name="training">Whether the plan is one for training; false for predicting.</param>
    /// <exception cref="ArgumentException">The layers do not fit together.</exception>
    public ImmutableArray<string> DescribePlan(int batchSize = 32, bool training = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var width = SimdChoice.Current;
        var layers = Resolve();
        var start = ParameterStart.Draw(layers, seed: 0);
        var (architecture, parameters) = training ? (this, start) : InferenceForm.Fold(this, start);
        layers = architecture.Resolve();
        var plan = ExecutionPlan.Create(architecture, layers, SharedParameters.Create(width, layers, parameters), new PlanOptions(batchSize, 1, training));
        var head = string.Create(CultureInfo.InvariantCulture,
            $"{(training ? "training" : "predicting")}, {batchSize} images a step, vectors of {(int)width} bits, {plan.Bytes / 1048576.0:F1} MB of activations and scratch");
        return [width == SimdWidth.Scalar ? head.Replace("vectors of 1 bits", "no vectors", StringComparison.Ordinal) : head, .. plan.Stages];
    }

    /// <summary>The layers as JSON; <see cref="FromJson"/> reads it back.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, LayerJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is not a network.</exception>
    public static NetworkArchitecture FromJson(string json)
    {
        try
        {
            var architecture = JsonSerializer.Deserialize<NetworkArchitecture>(json, LayerJson.Options);
            if (architecture is null || architecture.Layers.IsDefaultOrEmpty || architecture.Name is null)
                throw new InvalidDataException("A network as JSON with a name, an input and layers was expected. Received one without.");
            return architecture;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new InvalidDataException($"A network as JSON was expected. {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public bool Equals(NetworkArchitecture? other) =>
        other is not null && Name == other.Name && Input == other.Input && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Input, Layers.Length);

    /// <summary>Every layer with its name, its input and output shape and its parameters.</summary>
    internal ImmutableArray<ResolvedLayer> Resolve()
    {
        if (Input.Height < 1 || Input.Width < 1 || Input.Channels < 1)
            throw new ArgumentException($"Network '{Name}' expects an input of at least 1x1x1. Received: {Input}.");
        if (Layers.IsDefaultOrEmpty)
            throw new ArgumentException($"Network '{Name}' expects at least one layer. Received: none.");
        return ResolvedLayer.Resolve(Layers, LayerShape.OfInput(Input), path: "");
    }
}
