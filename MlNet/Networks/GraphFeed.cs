using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Transforms;

/// <summary>A column that feeds an input of a graph.</summary>
/// <param name="Column">The column.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Shape">The shape in which a row's values are fed.</param>
internal sealed record GraphFeed(DataViewSchema.Column Column, ElementType Type, int[] Shape)
{
    /// <summary>The feed of an input by the column of a name.</summary>
    /// <param name="schema">Where the column is.</param>
    /// <param name="port">The input.</param>
    /// <param name="name">The column's name.</param>
    /// <param name="addBatch">Whether the input's shape lacks the batch, which is added as a first axis of size 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column, or it does not fit.</exception>
    internal static GraphFeed Of(DataViewSchema schema, TensorPort port, string name, bool addBatch = false)
    {
        var column = schema.GetColumnOrNull(name) ?? throw new ArgumentOutOfRangeException(nameof(schema), $"Could not find input column '{name}'");
        var expected = GraphTypes.ColumnTypeOf(port.Type);
        var vector = column.Type as VectorDataViewType;
        if (!(vector?.ItemType ?? column.Type).Equals(expected))
            throw new ArgumentOutOfRangeException(nameof(schema), $"Schema mismatch for input column '{name}': expected {expected}, got {column.Type}");
        if (vector is { Size: 0 })
            throw new ArgumentOutOfRangeException(nameof(schema), $"Variable length input columns not supported. Received: '{name}'.");
        int[] shape = Closed(port.Shape is { } declared ? [.. declared] : null, vector) ?? throw new ArgumentOutOfRangeException(
            nameof(schema),
            $"Schema mismatch for input column '{name}': expected values of shape [{string.Join(", ", port.Shape ?? [])}], got {column.Type}");
        return new GraphFeed(column, port.Type, addBatch ? [1, .. shape] : shape);
    }

    /// <summary>The shape with sizes for the open axes so that it holds the column's values; null where there are none.</summary>
    private static int[]? Closed(long[]? declared, VectorDataViewType? column)
    {
        var count = column?.Size ?? 1;
        if (declared is null)
            return column is null ? [] : [.. column.Dimensions];
        long known = 1;
        foreach (var size in declared.Where(size => size > 0))
        {
            if ((known *= size) > count)
                return null;
        }

        if (count % known != 0)
            return null;

        // The batch first, then the open axes as the column has them, then one size for all of them.
        int[] open = [.. Enumerable.Range(0, declared.Length).Where(axis => declared[axis] <= 0)];
        var left = count / known;
        var dimensions = column is null ? [] : column.Dimensions.ToArray();
        foreach (var axes in new[] { open is [0, ..] ? open[1..] : open, open })
        {
            var offset = declared.Length - dimensions.Length;
            if (left != 1 && dimensions.Length > 1 && axes.All(axis => axis >= offset) && axes.Aggregate(1L, (product, axis) => product * dimensions[axis - offset]) == left)
                return Filled(axis => dimensions[axis - offset]);
            var each = axes.Length == 0 ? 1 : (int)Math.Round(Math.Pow(left, 1.0 / axes.Length));
            if (axes.Aggregate(1L, (product, _) => product * each) == left)
                return Filled(_ => each);

            int[] Filled(Func<int, int> sizeOf) =>
                [.. declared.Select((size, axis) => size > 0 ? (int)size : axes.Contains(axis) ? sizeOf(axis) : 1)];
        }

        return null;
    }
}
