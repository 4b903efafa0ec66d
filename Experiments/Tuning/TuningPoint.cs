using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>One combination of values.</summary>
/// <param name="Coordinates">Setting and value, as JSON writes it.</param>
/// <param name="Experiment">The experiment with these.</param>
internal sealed record TuningPoint(ImmutableArray<KeyValuePair<string, string>> Coordinates, NetworkExperiment Experiment)
{
    /// <exception cref="ArgumentException">No such setting, or a value that it cannot take.</exception>
    public static TuningPoint Of(NetworkExperiment experiment, ImmutableArray<KeyValuePair<string, string>> coordinates)
    {
        // An optimizer brings its own learning rate, which a value for it then replaces.
        var ordered = coordinates.OrderBy(coordinate => coordinate.Key != "optimizer");
        return new TuningPoint(coordinates, ordered.Aggregate(experiment, (changed, coordinate) => TuningSettings.Apply(changed, coordinate.Key, coordinate.Value)));
    }

    /// <summary>As "learningRate 0.001, dropout 0.3".</summary>
    public string Text => string.Join(", ", Coordinates.Select(coordinate => $"{coordinate.Key} {coordinate.Value.Trim('"')}"));
}
