using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Benchmarks;

/// <summary>The networks that are timed: those of the reports, with the reports' batch sizes.</summary>
internal static class BenchmarkNetworks
{
    public static ImmutableArray<BenchmarkNetwork> All { get; } =
    [
        new(Architectures.Safaei.Cnn1, 128, new Adam(), 9, 5),
        new(Architectures.Fitch.Model7, 128, new Adam(), 3.5, 3),
        new(Architectures.Fitch.Model4, 64, new Adam(), 3, 2.5),
        new(Architectures.Fitch.Model5, 64, new Adam(), 3, 2.5)
        {
            Augmentation = new() { RotationRange = 10, WidthShiftRange = 0.1, HeightShiftRange = 0.1, ShearRange = 10, ZoomRange = 0.1 },
        },
        new(Architectures.Kh.CnnBest, 64, new RmsProp(), 3, 2.5),
        new(Architectures.Kh.Ann, 64, new RmsProp(), 2, 1.5),
        new(Architectures.Dalvi.Cnn, 10, new Adam(), 4, 3),
        new(Residual(), 128, new Adam(), 2, 1.5),
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

    /// <summary>About 0.3 million parameters: a convolution, three residual blocks of 32, 64 and 128 filters with batch normalisation, global mean.</summary>
    private static NetworkArchitecture Residual() => new("residual", new TensorShape(28, 28, 1),
    [
        Convolution(32), new BatchNormalization(), new ActivationLayer(Activation.Relu),
        Block(32, strides: 1), Block(64, strides: 2), Block(128, strides: 2),
        new GlobalAveragePool2D(), new Dense(10) { Activation = Activation.Softmax },
    ]);

    private static Residual Block(int filters, int strides) => new(
    [
        Convolution(filters) with { Strides = strides }, new BatchNormalization(), new ActivationLayer(Activation.Relu),
        Convolution(filters), new BatchNormalization(),
    ])
    {
        Shortcut = strides == 1 ? [] : [Convolution(filters) with { KernelSize = 1, Strides = strides }, new BatchNormalization()],
        Activation = Activation.Relu,
    };

    /// <summary>Without bias, as the batch normalisation behind it brings one.</summary>
    private static Conv2D Convolution(int filters) => new(filters) { Padding = Padding.Same, UseBias = false };
}
