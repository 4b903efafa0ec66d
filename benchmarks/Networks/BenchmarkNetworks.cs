using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>The networks that are timed.</summary>
internal static class BenchmarkNetworks
{
    private static readonly TensorShape Image = new(28, 28, 1);

    public static ImmutableArray<BenchmarkNetwork> All { get; } =
    [
        new(Network("safaei/cnn_1",
        [
            Conv(32) with { Padding = Padding.Same }, new MaxPool2D(), new Dropout(0.25), new Flatten(), Hidden(100), Classes,
        ]), 128, new Adam(), 9, 5),
        new(Network("fitch/model-7",
        [
            Conv(64), new MaxPool2D(), Conv(128), new MaxPool2D(), Conv(256), new Flatten(), Hidden(256), new Dropout(0.2), Hidden(128), Classes,
        ]), 128, new Adam(), 3.5, 3),
        new(Network("kh/cnn-best",
        [
            Conv(64), new MaxPool2D(), Conv(64), new Flatten(), new Dropout(0.5), Hidden(128), Classes,
        ]), 64, new Adam(), 3, 2.5),
        new(Network("kh/ann", [new Flatten(), Hidden(512), Hidden(256), new Dropout(0.5), Classes]), 64, new Adam(), 2, 1.5),
        new(Network("dalvi/cnn",
        [
            Strided(32), Strided(64), Strided(128), new Flatten(), Hidden(128), Classes,
        ]), 10, new Adam(), 4, 3),
    ];

    /// <summary>The networks of those names, or all for none, in the order of <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">There is no such network.</exception>
    public static ImmutableArray<BenchmarkNetwork> Named(IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            if (All.All(network => network.Name != name))
                throw new ArgumentException($"There is no network '{name}' here. Expected one or more of: {string.Join(", ", All.Select(network => network.Name))}.");
        }

        return names.Count == 0 ? All : [.. All.Where(network => names.Contains(network.Name))];
    }

    private static Conv2D Conv(int filters) => new(filters) { Activation = Activation.Relu };

    private static Conv2D Strided(int filters) => new(filters) { Strides = 2, Padding = Padding.Same, Activation = Activation.Relu };

    private static Dense Hidden(int units) => new(units) { Activation = Activation.Relu };

    private static Dense Classes => new(10) { Activation = Activation.Softmax };

    private static NetworkArchitecture Network(string name, ImmutableArray<Layer> layers) => new(name, Image, layers);
}
