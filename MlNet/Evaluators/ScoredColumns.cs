namespace Microsoft.ML.Data;

/// <summary>The columns that an evaluation reads, checked, with ML.NET's words where one is missing or of the wrong type.</summary>
internal static class ScoredColumns
{
    internal static DataViewSchema.Column Find(DataViewSchema schema, string kind, string name) =>
        schema.GetColumnOrNull(name) ?? throw new ArgumentOutOfRangeException(nameof(schema), $"{kind} column '{name}' not found");

    internal static ArgumentOutOfRangeException Mismatch(string kind, DataViewSchema.Column column, string expected) =>
        new("schema", $"Schema mismatch for {kind} column '{column.Name}': expected {expected}, got {column.Type}");

    /// <summary>A reader of class labels, zero-based; -1 for missing ones and for numbers that are no class.</summary>
    internal static Func<int> ClassLabels(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is KeyDataViewType)
            return KeyLabels(row, column);
        var getter = row.GetGetter<float>(column);
        float value = 0;
        return () =>
        {
            getter(ref value);
            return value >= 0 && value < int.MaxValue && value == MathF.Floor(value) ? (int)value : -1;
        };
    }

    private static Func<int> KeyLabels(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type.RawType == typeof(byte))
            return Of<byte>(value => value);
        if (column.Type.RawType == typeof(ushort))
            return Of<ushort>(value => value);
        if (column.Type.RawType == typeof(uint))
            return Of<uint>(value => value > int.MaxValue ? 0 : (int)value);
        return Of<ulong>(value => value > int.MaxValue ? 0 : (int)value);

        Func<int> Of<T>(Func<T, int> toInt)
            where T : struct
        {
            var getter = row.GetGetter<T>(column);
            T value = default;
            return () =>
            {
                getter(ref value);
                return toInt(value) - 1;
            };
        }
    }

    /// <summary>The text names of a vector's slots, or null where there are none for all of them.</summary>
    internal static string[]? TextSlotNames(DataViewSchema.Column column, int slots)
    {
        if (column.Annotations.Schema.GetColumnOrNull(AnnotationKinds.SlotNames) is not { Type: VectorDataViewType { ItemType: TextDataViewType } type }
            || type.Size != slots)
        {
            return null;
        }

        VBuffer<ReadOnlyMemory<char>> names = default;
        column.Annotations.GetValue(AnnotationKinds.SlotNames, ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}
