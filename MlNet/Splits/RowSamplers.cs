using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>ML.NET's ways to number rows for a split.</summary>
internal static class RowSamplers
{
    // What ML.NET falls back on where neither the call nor the context has a seed.
    private const int PositionSeed = 42;
    private const uint HashSeed = 314489979;

    private const int HashBits = 30;
    private const uint HashMask = (1u << HashBits) - 1;

    /// <summary>By position, or by a column where one is named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is not there.</exception>
    internal static RowSampler For(IDataView data, string? samplingKeyColumn, int? seed)
    {
        if (samplingKeyColumn is null)
            return ByPosition(seed ?? PositionSeed);
        DataViewSchema.Column column = data.Schema.GetColumnOrNull(samplingKeyColumn)
            ?? throw new ArgumentOutOfRangeException(nameof(samplingKeyColumn), $"Could not find SamplingKeyColumn column '{samplingKeyColumn}'");
        if (column.Type is KeyDataViewType key)
            return ByKey(column, key.Count);
        if (column.Type.RawType == typeof(float))
            return BySingle(data, column);
        if (column.Type.RawType == typeof(double))
            return ByDouble(data, column);
        return ByHash(column, seed is { } given ? unchecked((uint)given) : HashSeed);
    }

    private static RowSampler ByPosition(int seed) => new(null, _ =>
    {
        var random = new TauswortheHybrid(seed);
        return () => random.NextSingle();
    });

    private static RowSampler ByKey(DataViewSchema.Column column, ulong count) => new(column, row =>
    {
        Func<ulong> raw = UnsignedGetters.Create(row, column);
        return () => Fraction(raw(), count);
    });

    private static RowSampler ByHash(DataViewSchema.Column column, uint seed) => new(column, row =>
    {
        Func<uint?> hash = ValueHash.Create(row, column, seed);
        return () => Fraction(hash() is { } value ? (value & HashMask) + 1 : 0, 1ul << HashBits);
    });

    /// <summary>Numbers are spread over [0, 1] by the least and the greatest of them, in their own precision.</summary>
    private static RowSampler BySingle(IDataView data, DataViewSchema.Column column)
    {
        float min = float.PositiveInfinity;
        float max = float.NegativeInfinity;
        ForEach<float>(data, column, value =>
        {
            min = value < min ? value : min;
            max = value > max ? value : max;
        });
        float scale = max > min ? 1 / (max - min) : 0;
        float offset = max > min ? min : 0;
        return new RowSampler(column, row =>
        {
            ValueGetter<float> getter = row.GetGetter<float>(column);
            return () =>
            {
                float value = 0;
                getter(ref value);
                return (value - offset) * scale;
            };
        });
    }

    private static RowSampler ByDouble(IDataView data, DataViewSchema.Column column)
    {
        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        ForEach<double>(data, column, value =>
        {
            min = value < min ? value : min;
            max = value > max ? value : max;
        });
        double scale = max > min ? 1 / (max - min) : 0;
        double offset = max > min ? min : 0;
        return new RowSampler(column, row =>
        {
            ValueGetter<double> getter = row.GetGetter<double>(column);
            return () =>
            {
                double value = 0;
                getter(ref value);
                return (value - offset) * scale;
            };
        });
    }

    private static double Fraction(ulong raw, ulong count) => raw == 0 ? double.NaN : (raw - 0.5) / count;

    private static void ForEach<T>(IDataView data, DataViewSchema.Column column, Action<T> action)
    {
        using DataViewRowCursor cursor = data.GetRowCursor([column]);
        ValueGetter<T> getter = cursor.GetGetter<T>(column);
        T value = default!;
        while (cursor.MoveNext())
        {
            getter(ref value);
            action(value);
        }
    }
}
