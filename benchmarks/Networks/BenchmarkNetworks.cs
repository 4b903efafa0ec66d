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
        new(Architectures.Kh.CnnBest, 64, new Adam(), 3, 2.5),
        new(Architectures.Kh.Ann, 64, new Adam(), 2, 1.5),
        new(Architectures.Dalvi.Cnn, 10, new Adam(), 4, 3),
    ];

    /// <summary>Networks that are to be timed as soon as their layers exist, and the layer that is missing.</summary>
    public static ImmutableArray<(string Name, string Missing)> Waiting { get; } =
    [
        ("fitch/model-4", "batch normalisation"), ("fitch/model-5", "batch normalisation"), ("residual", "batch normalisation and residual sums"),
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
}
