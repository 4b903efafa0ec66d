using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Tests for <see cref="FilterView"/>.</summary>
internal static class RowTests
{
    /// <summary>True where a number lies in [lower, upper); NaN never does.</summary>
    internal static Func<DataViewRow, Func<bool>> InRange(DataViewSchema.Column column, double lower, double upper) => row =>
    {
        if (column.Type.RawType == typeof(float))
        {
            var single = row.GetGetter<float>(column);
            var value = 0f;
            return () =>
            {
                single(ref value);
                return lower <= value && value < upper;
            };
        }

        var get = row.GetGetter<double>(column);
        var number = 0d;
        return () =>
        {
            get(ref number);
            return lower <= number && number < upper;
        };
    };

    /// <summary>True where (raw key value - 0.5) / count lies in [lower, upper); missing keys never do.</summary>
    internal static Func<DataViewRow, Func<bool>> KeyInRange(DataViewSchema.Column column, double lower, double upper)
    {
        var type = (KeyDataViewType)column.Type;
        return row =>
        {
            var raw = UnsignedGetters.Create(row, column);
            return () =>
            {
                var value = raw();
                var fraction = (value - 0.5) / type.Count;
                return value != 0 && lower <= fraction && fraction < upper;
            };
        };
    }

    /// <summary>True where nothing of a column is missing.</summary>
    internal static Func<bool> NothingMissing(DataViewRow row, DataViewSchema.Column column)
    {
        var (maker, argument) = column.Type is VectorDataViewType vector
            ? (nameof(NothingMissingInVector), vector.ItemType)
            : (nameof(NotMissing), column.Type);
        return (Func<bool>)typeof(RowTests).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(argument.RawType).Invoke(null, [row, column, argument])!;
    }

    internal static bool CanBeMissing(DataViewType type)
    {
        var item = type is VectorDataViewType vector ? vector.ItemType : type;
        return item is KeyDataViewType || item.RawType == typeof(float) || item.RawType == typeof(double);
    }

    private static Func<bool> NotMissing<T>(DataViewRow row, DataViewSchema.Column column, DataViewType itemType)
    {
        var isMissing = MissingValues.Test<T>(itemType);
        var get = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            get(ref value);
            return !isMissing(value);
        };
    }

    private static Func<bool> NothingMissingInVector<T>(DataViewRow row, DataViewSchema.Column column, DataViewType itemType)
    {
        var isMissing = MissingValues.Test<T>(itemType);
        var get = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> value = default;
        return () =>
        {
            get(ref value);

            // An implicit key is a missing one.
            if (itemType is KeyDataViewType && !value.IsDense)
                return false;
            foreach (var item in value.GetValues())
            {
                if (isMissing(item))
                    return false;
            }

            return true;
        };
    }
}
