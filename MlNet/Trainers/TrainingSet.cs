using System.Numerics.Tensors;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>Training data, packed: features as one matrix, labels and weights as arrays. Rows with a missing feature, label or weight are left out.</summary>
internal sealed class TrainingSet : IDisposable
{
    private readonly Dictionary<Type, object> _shared;
    private readonly RowPositions _positions;

    private TrainingSet(PackedRows rows, float[] labels, float[]? weights, RowPositions positions, Dictionary<Type, object>? shared = null)
    {
        Rows = rows;
        Labels = labels;
        Weights = weights;
        _positions = positions;
        _shared = shared ?? [];
    }

    /// <summary>The features, <c>[rows, features]</c>.</summary>
    internal PackedRows Rows { get; }

    /// <summary>The label of each row: a zero-based class, 0 or 1 for a Boolean, or the number itself. Empty where there is no label column.</summary>
    internal float[] Labels { get; }

    /// <summary>The weight of each row, or null where all are one.</summary>
    internal float[]? Weights { get; }

    internal int Count => Rows.Count;

    /// <summary>Whether the view that the rows are of can give them in a random order.</summary>
    internal bool CanShuffle => _positions.CanShuffle;

    /// <summary>The same rows with other labels. Whoever made the first set disposes of the rows.</summary>
    internal TrainingSet WithLabels(float[] labels) => new(Rows, labels, Weights, _positions, _shared);

    /// <summary>A random order of the rows, as their view would give them with <paramref name="random"/>.</summary>
    internal void ReadOrder(Random random, int[] order)
    {
        lock (_positions)
            _positions.Read(random, order);
    }

    /// <summary>What is made of the features alone, made once for all sets over the same rows.</summary>
    internal T Share<T>(Func<PackedRows, T> make)
        where T : class
    {
        lock (_shared)
        {
            if (!_shared.TryGetValue(typeof(T), out object? made))
                _shared.Add(typeof(T), made = make(Rows));
            return (T)made;
        }
    }

    internal int[] Classes => Array.ConvertAll(Labels, label => (int)label);

    public void Dispose() => Rows.Dispose();

    /// <summary>Reads the columns once. Columns without a name are not there.</summary>
    internal static TrainingSet Read(
        IDataView data, SchemaShape.Column feature, SchemaShape.Column label, SchemaShape.Column weight, IChannel channel)
    {
        DataViewSchema schema = data.Schema;
        DataViewSchema.Column features = schema[feature.Name];
        DataViewSchema.Column? labels = label.IsValid ? schema[label.Name] : null;
        DataViewSchema.Column? weights = weight.IsValid ? schema[weight.Name] : null;
        int size = ((VectorDataViewType)features.Type).Size;
        long expected = Math.Min(data.GetRowCount() ?? 0, int.MaxValue / Math.Max(1, size));
        var rows = new PackedRows(size, (int)expected);
        var labelValues = new List<float>((int)expected);
        var weightValues = new List<float>();
        var positions = new RowPositions(data);
        long skipped = 0;

        DataViewSchema.Column[] needed = [.. new[] { features, labels, weights }.OfType<DataViewSchema.Column>()];
        using (DataViewRowCursor cursor = data.GetRowCursor(needed))
        {
            ValueGetter<VBuffer<float>> getFeatures = cursor.GetGetter<VBuffer<float>>(features);
            Func<float>? getLabel = labels is { } l ? LabelReader(cursor, l) : null;
            ValueGetter<float>? getWeight = weights is { } w ? cursor.GetGetter<float>(w) : null;
            ValueGetter<DataViewRowId> getId = cursor.GetIdGetter();
            VBuffer<float> buffer = default;
            DataViewRowId id = default;
            while (cursor.MoveNext())
            {
                getId(ref id);
                float labelValue = getLabel?.Invoke() ?? 0;
                float weightValue = 1;
                getWeight?.Invoke(ref weightValue);
                if (!float.IsFinite(labelValue) || !float.IsFinite(weightValue) || weightValue < 0 || !Append(rows, getFeatures, ref buffer))
                {
                    skipped++;
                    positions.Add(id, -1);
                    continue;
                }

                positions.Add(id, rows.Count - 1);
                if (getLabel is not null)
                    labelValues.Add(labelValue);
                if (getWeight is not null)
                    weightValues.Add(weightValue);
            }
        }

        if (skipped > 0)
            channel.Warning(MessageSensitivity.None, "Skipped {0} instances with missing features/label/weight during training", skipped);
        return new TrainingSet(rows, [.. labelValues], weights is null ? null : [.. weightValues], positions);
    }

    /// <summary>Labels as +1 for what is above zero and -1 for the rest.</summary>
    internal float[] Signs => Array.ConvertAll(Labels, label => label > 0 ? 1f : -1f);

    /// <summary>The number of values of a key column.</summary>
    internal static int KeyCount(IDataView data, SchemaShape.Column label)
    {
        ulong count = ((KeyDataViewType)data.Schema[label.Name].Type).Count;
        if (count > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(data), $"A label of at most {int.MaxValue} classes was expected in column '{label.Name}'. Received: {count}.");
        return (int)count;
    }

    private static bool Append(PackedRows rows, ValueGetter<VBuffer<float>> getFeatures, ref VBuffer<float> buffer)
    {
        getFeatures(ref buffer);
        if (buffer.Length != rows.Features)
            throw new InvalidOperationException($"A vector of {rows.Features} features was expected in every row. Received: {buffer.Length}.");
        Span<float> row = rows.Append();
        buffer.CopyTo(row);

        // A finite sum proves that no value is NaN or infinite; an overflow has to be looked into.
        if (float.IsFinite(TensorPrimitives.Sum<float>(row)))
            return true;
        foreach (float value in row)
        {
            if (!float.IsFinite(value))
            {
                rows.RemoveLast();
                return false;
            }
        }

        return true;
    }

    private static Func<float> LabelReader(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is KeyDataViewType)
        {
            Func<int> key = ScoredColumns.ClassLabels(row, column);
            return () => key() is var index && index < 0 ? float.NaN : index;
        }

        if (column.Type is BooleanDataViewType)
        {
            var boolean = row.GetGetter<bool>(column);
            return () =>
            {
                bool value = false;
                boolean(ref value);
                return value ? 1f : 0f;
            };
        }

        var single = row.GetGetter<float>(column);
        return () =>
        {
            float value = 0;
            single(ref value);
            return value;
        };
    }
}
