using System.Collections.Immutable;
using System.Text.Json;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>What is searched over: every combination of the values, or some at random.</summary>
internal sealed record TuningSpace(ImmutableArray<TuningDimension> Dimensions)
{
    private const int MostPoints = 100_000;

    /// <summary>What is searched where nothing is said: learning rate, batch size, and the dropout of a network that has any.</summary>
    public static TuningSpace For(NetworkExperiment experiment)
    {
        var dimensions = new List<TuningDimension>
        {
            new("learningRate", [], (1e-4, 1e-2, true)),
            new("batchSize", ["32", "64", "128", "256"]),
        };
        if (experiment.Architecture.Layers.Any(layer => layer is Dropout))
            dimensions.Add(new("dropout", [], (0, 0.6, false)));
        return new TuningSpace([.. dimensions]);
    }

    /// <summary>
    /// Reads a file like <c>{ "learningRate": [0.001, 0.0003], "dropout": { "from": 0.2, "to": 0.6 } }</c>; <c>"log": true</c> draws evenly in the
    /// logarithm.
    /// </summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="InvalidDataException">The file is none of that kind.</exception>
    public static TuningSpace Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"A grid file was expected at '{Path.GetFullPath(path)}', but there is no such file; write for example {{ \"learningRate\": [0.001, 0.0003] }} into it.");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var dimensions = json.RootElement.EnumerateObject().Select(Dimension).ToImmutableArray();
            return dimensions.IsEmpty ? throw new InvalidOperationException("it names no setting") : new TuningSpace(dimensions);
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException(
                $"The grid file '{path}' should hold for each setting a list of values or {{ \"from\": 0.1, \"to\": 0.5 }} ({damage.Message.TrimEnd('.')}); the settings are {string.Join(", ", TuningSettings.Names)}.", damage);
        }
    }

    /// <summary>Every combination, the last setting changing fastest.</summary>
    /// <exception cref="ArgumentException">A range has no combinations, or there are too many.</exception>
    public IReadOnlyList<TuningPoint> All(NetworkExperiment experiment)
    {
        if (Dimensions.FirstOrDefault(dimension => dimension.Range is not null) is { } range)
            throw new ArgumentException($"--grid expects a list of values for '{range.Setting}', but received a range; give --random N as well to draw from it.");
        if (Dimensions.Aggregate(1L, (count, dimension) => Math.Min(count * dimension.Values.Length, MostPoints + 1)) > MostPoints)
            throw new ArgumentException($"At most {MostPoints} points were expected, but the grid has more; give --random N to draw some of them.");
        IEnumerable<ImmutableArray<KeyValuePair<string, string>>> points = [[]];
        foreach (var dimension in Dimensions)
            points = points.SelectMany(point => dimension.Values.Select(value => point.Add(new(dimension.Setting, value))));
        return [.. points.Select(point => TuningPoint.Of(experiment, point))];
    }

    /// <summary>So many points at random; fewer where there are no more.</summary>
    public IReadOnlyList<TuningPoint> Draw(NetworkExperiment experiment, int count, int seed)
    {
        const int drawsForEach = 20;
        var random = new Random(seed);
        var points = new List<TuningPoint>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count * drawsForEach && points.Count < count; i++)
        {
            var point = TuningPoint.Of(experiment, [.. Dimensions.Select(dimension => KeyValuePair.Create(dimension.Setting, dimension.Draw(random)))]);
            if (known.Add(point.Text))
                points.Add(point);
        }

        return points;
    }

    private static TuningDimension Dimension(JsonProperty property)
    {
        if (property.Value.ValueKind == JsonValueKind.Array)
        {
            ImmutableArray<string> values = [.. property.Value.EnumerateArray().Select(value => value.GetRawText())];
            return values.IsEmpty ? throw new InvalidOperationException($"'{property.Name}' has no values") : new TuningDimension(property.Name, values);
        }

        var (from, to) = (property.Value.GetProperty("from").GetDouble(), property.Value.GetProperty("to").GetDouble());
        var isLogarithmic = property.Value.TryGetProperty("log", out var log) && log.GetBoolean();
        if (!(from < to) || (isLogarithmic && from <= 0))
            throw new InvalidOperationException($"'{property.Name}' goes from {from} to {to}");
        return new TuningDimension(property.Name, [], (from, to, isLogarithmic));
    }
}
