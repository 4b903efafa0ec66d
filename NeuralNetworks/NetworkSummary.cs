using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MlNetFashion.NeuralNetworks;

/// <summary>A network as a table: layers with output shapes and parameter counts, as Keras's <c>model.summary()</c> shows them.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Layers">One entry a layer, in order.</param>
/// <param name="TrainableParameters">Values that training changes by gradient.</param>
/// <param name="NonTrainableParameters">Running statistics.</param>
public sealed record NetworkSummary(string Name, ImmutableArray<LayerSummary> Layers, long TrainableParameters, long NonTrainableParameters)
{
    /// <summary>Number of values the network holds.</summary>
    public long TotalParameters => TrainableParameters + NonTrainableParameters;

    /// <summary>Multiplications with addition for one image, forward.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>The table as text, lines separated by <c>\n</c>.</summary>
    public override string ToString()
    {
        var rows = Layers.Select(layer => (First: $"{layer.Name} ({layer.Type})", Shape: layer.OutputShape, Count: Count(layer.Parameters))).ToList();
        var first = Math.Max("Layer (type)".Length, rows.Max(row => row.First.Length));
        var shape = Math.Max("Output shape".Length, rows.Max(row => row.Shape.Length));
        var count = Math.Max("Parameters".Length, rows.Max(row => row.Count.Length));
        var text = new StringBuilder();
        text.Append("Layer (type)".PadRight(first)).Append("  ").Append("Output shape".PadRight(shape)).Append("  ").Append("Parameters".PadLeft(count)).Append('\n');
        text.Append('-', first + shape + count + 4).Append('\n');
        foreach (var row in rows)
            text.Append(row.First.PadRight(first)).Append("  ").Append(row.Shape.PadRight(shape)).Append("  ").Append(row.Count.PadLeft(count)).Append('\n');
        text.Append('-', first + shape + count + 4).Append('\n');
        text.Append("Total parameters: ").Append(Count(TotalParameters)).Append('\n');
        text.Append("Trainable: ").Append(Count(TrainableParameters)).Append(", not trainable: ").Append(Count(NonTrainableParameters)).Append('\n');
        return text.ToString();
    }

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
