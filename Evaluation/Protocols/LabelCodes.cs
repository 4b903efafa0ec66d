using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>Reads a label column as numbers that tell its classes apart, in the order in which they first occur.</summary>
internal static class LabelCodes
{
    /// <exception cref="ArgumentException">No such column, or one that is neither text, number nor key.</exception>
    public static int[] Read(IDataView data, string labelColumnName)
    {
        var column = data.Schema.GetColumnOrNull(labelColumnName) ?? throw new ArgumentException(
            $"The data needs a column \"{labelColumnName}\" with the class. It has: " +
            $"{string.Join(", ", data.Schema.Where(c => !c.IsHidden).Select(c => c.Name))}.", nameof(labelColumnName));
        using var cursor = data.GetRowCursor([column]);
        var text = ValueText.Getter(cursor, column) ?? throw new ArgumentException(
            $"The label column {labelColumnName} must be text, a number or a key. Received: {column.Type}.", nameof(labelColumnName));
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var labels = new List<int>();
        while (cursor.MoveNext())
        {
            var value = text();
            if (!codes.TryGetValue(value, out var code))
                codes.Add(value, code = codes.Count);
            labels.Add(code);
        }

        return [.. labels];
    }
}
