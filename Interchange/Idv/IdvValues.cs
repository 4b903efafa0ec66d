using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Idv;

/// <summary>
/// Runs of single values in the form their codec gives them: numbers raw, truth values eight to a byte, text as a table of
/// ends and one long text, times as ticks.
/// </summary>
public static class IdvValues
{
    /// <summary>Writes the items of an array whose element type is the .NET type of the primitive (see <see cref="IdvAnnotation"/>).</summary>
    /// <exception cref="ArgumentException">The array is of another type.</exception>
    public static void Write(ByteWriter writer, IdvPrimitive primitive, Array values)
    {
        switch (primitive, values)
        {
            // By the primitive first: .NET takes an sbyte[] for a byte[] in a type test.
            case (IdvPrimitive.SByte, sbyte[] items): writer.WriteValues<sbyte>(items); break;
            case (IdvPrimitive.Byte, byte[] items): writer.WriteBytes(items); break;
            case (IdvPrimitive.Int16, short[] items): writer.WriteValues<short>(items); break;
            case (IdvPrimitive.UInt16, ushort[] items): writer.WriteValues<ushort>(items); break;
            case (IdvPrimitive.Int32, int[] items): writer.WriteValues<int>(items); break;
            case (IdvPrimitive.UInt32, uint[] items): writer.WriteValues<uint>(items); break;
            case (IdvPrimitive.Int64, long[] items): writer.WriteValues<long>(items); break;
            case (IdvPrimitive.UInt64, ulong[] items): writer.WriteValues<ulong>(items); break;
            case (IdvPrimitive.Single, float[] items): writer.WriteValues<float>(items); break;
            case (IdvPrimitive.Double, double[] items): writer.WriteValues<double>(items); break;
            case (IdvPrimitive.Text, string[] items): WriteTexts(writer, items); break;
            case (IdvPrimitive.Boolean, bool[] items): WriteBooleans(writer, items); break;
            case (IdvPrimitive.TimeSpan, TimeSpan[] items): WriteEach(items, item => writer.WriteInt64(item.Ticks)); break;
            case (IdvPrimitive.DateTime, DateTime[] items): WriteEach(items, item => writer.WriteInt64(item.Ticks)); break;
            case (IdvPrimitive.DateTimeOffset, DateTimeOffset[] items): WriteOffsets(writer, items); break;
            case (IdvPrimitive.RowId, UInt128[] items): WriteRowIds(writer, items); break;
            default: throw new ArgumentException($"Values of {primitive} were expected. Received: {values.GetType().Name}.", nameof(values));
        }
    }

    /// <summary>Reads <paramref name="count"/> items into an array of the primitive's .NET type.</summary>
    /// <exception cref="InvalidDataException">The bytes do not hold so many, or impossible ones.</exception>
    public static Array Read(ByteReader reader, IdvPrimitive primitive, int count) => primitive switch
    {
        IdvPrimitive.SByte => reader.ReadValues<sbyte>(count),
        IdvPrimitive.Byte => reader.ReadValues<byte>(count),
        IdvPrimitive.Int16 => reader.ReadValues<short>(count),
        IdvPrimitive.UInt16 => reader.ReadValues<ushort>(count),
        IdvPrimitive.Int32 => reader.ReadValues<int>(count),
        IdvPrimitive.UInt32 => reader.ReadValues<uint>(count),
        IdvPrimitive.Int64 => reader.ReadValues<long>(count),
        IdvPrimitive.UInt64 => reader.ReadValues<ulong>(count),
        IdvPrimitive.Single => reader.ReadValues<float>(count),
        IdvPrimitive.Double => reader.ReadValues<double>(count),
        IdvPrimitive.Text => ReadTexts(reader, count),
        IdvPrimitive.Boolean => ReadBooleans(reader, count),
        IdvPrimitive.TimeSpan => Array.ConvertAll(reader.ReadValues<long>(count), ticks => new TimeSpan(ticks)),
        IdvPrimitive.DateTime => Array.ConvertAll(reader.ReadValues<long>(count), ticks => ToDateTime(reader, ticks)),
        IdvPrimitive.DateTimeOffset => ReadOffsets(reader, count),
        IdvPrimitive.RowId => ReadRowIds(reader, count),
        _ => throw new ArgumentException($"There is no primitive {primitive}.", nameof(primitive)),
    };

    /// <summary>The primitive whose .NET type this is.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IdvPrimitive PrimitiveOf(Type type) => type == typeof(string) ? IdvPrimitive.Text
        : type == typeof(UInt128) ? IdvPrimitive.RowId
        : Enum.TryParse(type.Name, out IdvPrimitive primitive) && type.Namespace == nameof(System) ? primitive
        : throw new ArgumentException($"An IDV file has no values of type {type}.", nameof(type));

    private static void WriteTexts(ByteWriter writer, string?[] items)
    {
        writer.WriteInt32(items.Length);
        var end = 0;
        foreach (var item in items)
            writer.WriteInt32(end += item?.Length ?? 0);
        writer.WriteText(string.Concat(items));
    }

    private static string[] ReadTexts(ByteReader reader, int count)
    {
        var ends = reader.ReadCountedValues<int>();
        if (ends.Length != count)
            throw reader.Fault($"expected {count} texts, found {ends.Length}");
        var all = reader.ReadText();
        var texts = new string[count];
        var start = 0;
        for (var i = 0; i < count; start = ends[i++])
        {
            // Old files mark a missing text with the top bit.
            ends[i] &= int.MaxValue;
            if (ends[i] < start || ends[i] > all.Length)
                throw reader.Fault($"text {i} ends at character {ends[i]} of {all.Length}");
            texts[i] = all[start..ends[i]];
        }

        return start == all.Length ? texts : throw reader.Fault($"the last text ends at character {start} of {all.Length}");
    }

    private static void WriteBooleans(ByteWriter writer, bool[] items)
    {
        var bytes = new byte[(items.Length + 7) / 8];
        for (var i = 0; i < items.Length; i++)
            bytes[i / 8] |= (byte)(items[i] ? 1 << (i % 8) : 0);
        writer.WriteBytes(bytes);
    }

    private static bool[] ReadBooleans(ByteReader reader, int count)
    {
        var bytes = reader.ReadBytes((int)(((long)count + 7) / 8)).Span;
        var items = new bool[count];
        for (var i = 0; i < count; i++)
            items[i] = (bytes[i / 8] >> (i % 8) & 1) != 0;
        return items;
    }

    // All offsets in minutes come first, then all times as ticks.
    private static void WriteOffsets(ByteWriter writer, DateTimeOffset[] items)
    {
        WriteEach(items, item => writer.WriteInt16(checked((short)item.Offset.TotalMinutes)));
        WriteEach(items, item => writer.WriteInt64(item.Ticks));
    }

    private static DateTimeOffset[] ReadOffsets(ByteReader reader, int count)
    {
        var offsets = reader.ReadValues<short>(count);
        var times = reader.ReadValues<long>(count);
        var items = new DateTimeOffset[count];
        for (var i = 0; i < count; i++)
        {
            var time = ToDateTime(reader, times[i]);
            var utc = times[i] - (offsets[i] * TimeSpan.TicksPerMinute);
            if (offsets[i] is < -840 or > 840 || utc < 0 || utc > DateTime.MaxValue.Ticks)
                throw reader.Fault($"a date has the impossible offset of {offsets[i]} minutes");
            items[i] = new DateTimeOffset(time, TimeSpan.FromMinutes(offsets[i]));
        }

        return items;
    }

    private static void WriteRowIds(ByteWriter writer, UInt128[] items) => WriteEach(items, item =>
    {
        writer.WriteUInt64((ulong)item);
        writer.WriteUInt64((ulong)(item >> 64));
    });

    private static UInt128[] ReadRowIds(ByteReader reader, int count) => ReadEach(reader, count, 16, () =>
    {
        var low = reader.ReadUInt64();
        return new UInt128(reader.ReadUInt64(), low);
    });

    private static DateTime ToDateTime(ByteReader reader, long ticks) =>
        ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks) : throw reader.Fault($"{ticks} ticks are no date");

    private static void WriteEach<T>(T[] items, Action<T> write)
    {
        foreach (var item in items)
            write(item);
    }

    private static T[] ReadEach<T>(ByteReader reader, int count, int size, Func<T> read)
    {
        if (count < 0 || (long)count * size > reader.Remaining)
            throw reader.Fault($"expected {count} values of {size} bytes, but {reader.Remaining} bytes are left");
        var items = new T[count];
        for (var i = 0; i < count; i++)
            items[i] = read();
        return items;
    }
}
