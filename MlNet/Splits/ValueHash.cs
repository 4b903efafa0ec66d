using System.Reflection;
using System.Text;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Hashes of column values as ML.NET takes them for sampling keys; null for missing values.</summary>
internal static class ValueHash
{
    /// <summary>Mixes a value's chunks into a hash and adds the bytes they stand for.</summary>
    private delegate uint Mix<T>(uint hash, T value, ref uint bytes);

    internal static Func<uint?> Create(DataViewRow row, DataViewSchema.Column column, uint seed)
    {
        if (column.Type is TextDataViewType)
            return OfText(row, column, seed);
        bool vector = column.Type is VectorDataViewType;
        DataViewType item = column.Type is VectorDataViewType { ItemType: var itemType } ? itemType : column.Type;
        MethodInfo maker = typeof(ValueHash).GetMethod(vector ? nameof(OfVector) : nameof(OfScalar), BindingFlags.Static | BindingFlags.NonPublic)!;
        return (Func<uint?>)maker.MakeGenericMethod(item.RawType).Invoke(null, [row, column, seed])!;
    }

    private static Func<uint?> OfText(DataViewRow row, DataViewSchema.Column column, uint seed)
    {
        var getter = row.GetGetter<ReadOnlyMemory<char>>(column);
        ReadOnlyMemory<char> text = default;
        return () =>
        {
            getter(ref text);
            ReadOnlySpan<char> trimmed = text.Span.Trim(' ');
            if (trimmed.IsEmpty)
                return null;
            var bytes = new byte[Encoding.UTF8.GetByteCount(trimmed)];
            Encoding.UTF8.GetBytes(trimmed, bytes);
            return MurmurHash.OfBytes(seed, bytes);
        };
    }

    private static Func<uint?> OfScalar<T>(DataViewRow row, DataViewSchema.Column column, uint seed)
    {
        Mix<T> mix = MixOf<T>(column);
        var getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            uint bytes = 0;
            return MurmurHash.Finish(mix(seed, value, ref bytes), bytes);
        };
    }

    private static Func<uint?> OfVector<T>(DataViewRow row, DataViewSchema.Column column, uint seed)
    {
        Mix<T> mix = MixOf<T>(column);
        var getter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> value = default;
        return () =>
        {
            getter(ref value);
            uint hash = seed;
            uint bytes = 0;
            foreach (T item in value.DenseValues())
                hash = mix(hash, item, ref bytes);
            return MurmurHash.Finish(hash, bytes);
        };
    }

    private static Mix<T> MixOf<T>(DataViewSchema.Column column)
    {
        Delegate mix = Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.Single => One<float>(value => BitConverter.SingleToUInt32Bits(value == 0 ? 0 : value)),
            TypeCode.Double => Two<double>(value => BitConverter.DoubleToUInt64Bits(value == 0 ? 0 : value)),
            TypeCode.SByte => One<sbyte>(value => unchecked((uint)value)),
            TypeCode.Byte => One<byte>(value => value),
            TypeCode.Int16 => One<short>(value => unchecked((uint)value)),
            TypeCode.UInt16 => One<ushort>(value => value),
            TypeCode.Int32 => One<int>(value => unchecked((uint)value)),
            TypeCode.UInt32 => One<uint>(value => value),
            TypeCode.Int64 => Two<long>(value => unchecked((ulong)value)),
            TypeCode.UInt64 => Two<ulong>(value => value),
            TypeCode.Boolean => One<bool>(value => value ? 1u : 0u),
            TypeCode.DateTime => Two<DateTime>(value => (ulong)value.Ticks),
            _ when typeof(T) == typeof(TimeSpan) => Two<TimeSpan>(value => unchecked((ulong)value.Ticks)),
            _ when typeof(T) == typeof(DateTimeOffset) => Two<DateTimeOffset>(value => (ulong)value.Ticks),
            _ when typeof(T) == typeof(ReadOnlyMemory<char>) => (Mix<ReadOnlyMemory<char>>)MixText,
            _ when typeof(T) == typeof(DataViewRowId) => (Mix<DataViewRowId>)MixRowId,
            _ => throw new ArgumentOutOfRangeException(nameof(column), $"A sampling key of plain values was expected in column '{column.Name}'. Received: {column.Type}."),
        };
        return (Mix<T>)mix;
    }

    private static Mix<T> One<T>(Func<T, uint> chunk) => (uint hash, T value, ref uint bytes) =>
    {
        bytes += 4;
        return MurmurHash.MixRound(hash, chunk(value));
    };

    private static Mix<T> Two<T>(Func<T, ulong> chunks) => (uint hash, T value, ref uint bytes) => MixUInt64(hash, chunks(value), ref bytes);

    private static uint MixUInt64(uint hash, ulong value, ref uint bytes)
    {
        bytes += 8;
        return MurmurHash.MixRound(MurmurHash.MixRound(hash, (uint)value), (uint)(value >> 32));
    }

    private static uint MixRowId(uint hash, DataViewRowId value, ref uint bytes) =>
        MixUInt64(MixUInt64(hash, value.Low, ref bytes), value.High, ref bytes);

    private static uint MixText(uint hash, ReadOnlyMemory<char> value, ref uint bytes)
    {
        foreach (char unit in value.Span)
        {
            bytes += 2;
            hash = MurmurHash.MixRound(hash, unit);
        }

        return hash;
    }
}
