using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>The settings of a network that can be searched over, and how a value is put in place of the declared one.</summary>
internal static class TuningSettings
{
    private static readonly ImmutableArray<(string Name, string Values, Func<NetworkExperiment, JsonElement, NetworkExperiment> Apply)> All =
    [
        ("learningRate", "a number above 0", (network, value) => Plan(network, plan => plan with { Optimizer = plan.Optimizer with { LearningRate = value.GetDouble() } })),
        ("batchSize", "a whole number above 0", (network, value) => Plan(network, plan => plan with { BatchSize = value.GetInt32() })),
        ("epochs", "a whole number above 0", (network, value) => Plan(network, plan => plan with { Epochs = value.GetInt32() })),
        ("optimizer", string.Join(", ", Optimizers.Keys), (network, value) => Plan(network, plan => plan with { Optimizer = Optimizers[value.GetString()!.ToLowerInvariant()] })),
        ("activation", "relu, tanh, sigmoid, elu, gelu", (network, value) => Hidden(network, Enum.Parse<Activation>(value.GetString()!, ignoreCase: true))),
        ("dropout", "a number from 0 to below 1", (network, value) => Layers(network, layer => layer is Dropout ? new Dropout(value.GetDouble()) : layer)),
        ("l2", "a number from 0", (network, value) => Layers(network, (layer, isLast) => WithL2(layer, isLast, value.GetDouble()))),
        ("kernelSize", "a whole number above 0", (network, value) => Layers(network, layer => layer is Conv2D convolution ? convolution with { KernelSize = value.GetInt32() } : layer)),
        ("filters", "a list with a number for each convolution", (network, value) => Sizes<Conv2D>(network, value, (layer, size) => layer with { Filters = size }, last: false)),
        ("denseUnits", "a list with a number for each hidden dense layer", (network, value) => Sizes<Dense>(network, value, (layer, size) => layer with { Units = size }, last: true)),
    ];

    /// <summary>What a grid file may name.</summary>
    public static IEnumerable<string> Names => All.Select(setting => setting.Name);

    /// <summary>Each with what it takes.</summary>
    public static IEnumerable<(string Name, string Values)> Described => All.Select(setting => (setting.Name, setting.Values));

    private static Dictionary<string, Optimizer> Optimizers => new(StringComparer.Ordinal)
    {
        ["sgd"] = new Sgd(), ["rmsprop"] = new RmsProp(), ["adagrad"] = new Adagrad(), ["adadelta"] = new Adadelta(),
        ["adam"] = new Adam(), ["adamw"] = new AdamW(), ["adamax"] = new Adamax(),
    };

    public static bool IsWhole(string setting) => setting is "batchSize" or "epochs" or "kernelSize";

    /// <summary>The experiment with a value in place of its own.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="setting">One of <see cref="Names"/>.</param>
    /// <param name="json">The value as JSON writes it.</param>
    /// <exception cref="ArgumentException">No such setting, or a value that it cannot take.</exception>
    public static NetworkExperiment Apply(NetworkExperiment experiment, string setting, string json)
    {
        var known = All.FirstOrDefault(known => known.Name == setting);
        if (known.Apply is null)
        {
            throw new ArgumentException($"The setting '{setting}' is unknown; "
                + (NearestMatch.Find(setting, Names) is { } near ? $"did you mean '{near}'?" : $"expected one of {string.Join(", ", Names)}."));
        }

        try
        {
            using var value = JsonDocument.Parse(json);
            var changed = known.Apply(experiment, value.RootElement);
            changed.Architecture.Summarize();
            return changed;
        }
        catch (Exception refusal) when (refusal is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException)
        {
            throw new ArgumentException(
                $"The setting '{setting}' of '{experiment.Name}' expects {known.Values}, but received {json}"
                + (refusal is ArgumentException ? $" ({refusal.Message.TrimEnd('.')})." : "."), refusal);
        }
    }

    private static NetworkExperiment Plan(NetworkExperiment network, Func<TrainingPlan, TrainingPlan> change) => network with { Training = change(network.Training) };

    private static NetworkExperiment Layers(NetworkExperiment network, Func<Layer, Layer> change) => Layers(network, (layer, _) => change(layer));

    private static NetworkExperiment Layers(NetworkExperiment network, Func<Layer, bool, Layer> change)
    {
        var layers = network.Architecture.Layers;
        return network with { Architecture = network.Architecture with { Layers = [.. layers.Select((layer, i) => change(layer, i == layers.Length - 1))] } };
    }

    private static NetworkExperiment Hidden(NetworkExperiment network, Activation activation) => Layers(network, (layer, isLast) => layer switch
    {
        Conv2D convolution => convolution with { Activation = activation },
        Dense dense when !isLast => dense with { Activation = activation },
        _ => layer,
    });

    private static Layer WithL2(Layer layer, bool isLast, double factor) => layer switch
    {
        Conv2D convolution => convolution with { L2 = factor },
        Dense dense when !isLast => dense with { L2 = factor },
        _ => layer,
    };

    /// <param name="network">The network.</param>
    /// <param name="value">A list of sizes.</param>
    /// <param name="change">Gives a layer a size.</param>
    /// <param name="last">Whether the last layer of the kind is the one that classifies, which keeps its size.</param>
    private static NetworkExperiment Sizes<TLayer>(NetworkExperiment network, JsonElement value, Func<TLayer, int, TLayer> change, bool last)
        where TLayer : Layer
    {
        var sizes = value.EnumerateArray().Select(size => size.GetInt32()).ToArray();
        var layers = network.Architecture.Layers.OfType<TLayer>().Count() - (last ? 1 : 0);
        if (sizes.Length != layers)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"it has {layers} such layers, not {sizes.Length}"));
        var next = 0;
        return Layers(network, layer => layer is TLayer known && next < sizes.Length ? change(known, sizes[next++]) : layer);
    }
}
