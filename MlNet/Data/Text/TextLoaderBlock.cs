using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Data;

/// <summary>A text loader as a model holds it.</summary>
internal static class TextLoaderBlock
{
    internal const uint Version = 0x0001000E;
    internal const string HeaderEntry = "Header.txt";

    private const uint TrimFlag = 1;
    private const uint HeaderFlag = 2;
    private const uint QuotingFlag = 4;
    private const uint SparseFlag = 8;
    private const uint MultilineFlag = 0x10;
    private const uint NaNFlag = 0x20;

    internal static void Write(ModelBlockWriter block, TextFormat format, TextBinding[] bindings)
    {
        block.WriteInt32(sizeof(float));
        block.WriteInt64(format.MaxRows);
        block.WriteUInt32(Flag(format.TrimWhitespace, TrimFlag) | Flag(format.HasHeader, HeaderFlag) | Flag(format.AllowQuoting, QuotingFlag)
            | Flag(format.AllowSparse, SparseFlag) | Flag(format.ReadMultilines, MultilineFlag) | Flag(format.MissingRealsAsNaNs, NaNFlag));
        block.WriteInt32(format.InputSize);
        block.WriteInt32(format.Separators.Length);
        foreach (var separator in format.Separators)
            block.WriteUInt16(separator);
        WriteChar(block, format.EscapeChar);
        WriteChar(block, format.DecimalMarker);
        block.WriteInt32(bindings.Length);
        foreach (var binding in bindings)
        {
            block.WriteString(binding.Name);
            block.WriteByte((byte)binding.Kind);
            block.WriteBoolean(binding.ItemType is KeyDataViewType);
            if (binding.ItemType is KeyDataViewType key)
                block.WriteUInt64(key.Count);
            block.WriteInt32(binding.Segments.Length);
            foreach (var segment in binding.Segments)
            {
                block.WriteInt32(segment.Min);
                block.WriteInt32(segment.Lim);
                block.WriteBoolean(segment.ForceVector);
            }
        }
    }

    internal static (TextFormat Format, TextBinding[] Bindings) Read(ModelBlockReader reader)
    {
        reader.CheckVersion("TXTLOADR", Version, Version);
        if (reader.ReadInt32() != sizeof(float))
            throw reader.Fault("its numbers are not Single");
        var maxRows = reader.ReadInt64();
        var flags = reader.ReadUInt32();
        var inputSize = reader.ReadInt32();
        var separators = Array.ConvertAll(reader.ReadValues<ushort>(reader.ReadCount(sizeof(ushort))), unit => (char)unit);
        var options = new TextLoader.Options
        {
            MaxRows = maxRows,
            InputSize = inputSize == 0 ? null : inputSize,
            Separators = separators,
            EscapeChar = ReadChar(reader),
            DecimalMarker = ReadChar(reader),
            TrimWhitespace = (flags & TrimFlag) != 0,
            HasHeader = (flags & HeaderFlag) != 0,
            AllowQuoting = (flags & QuotingFlag) != 0,
            AllowSparse = (flags & SparseFlag) != 0,
            ReadMultilines = (flags & MultilineFlag) != 0,
            MissingRealsAsNaNs = (flags & NaNFlag) != 0,
        };
        var bindings = new TextBinding[reader.ReadCount(2 * sizeof(int))];
        for (var index = 0; index < bindings.Length; index++)
            bindings[index] = ReadBinding(reader);
        if (bindings.Length == 0)
            throw reader.Fault("it loads no column");
        try
        {
            return (TextFormat.Of(options), bindings);
        }
        catch (ArgumentException exception)
        {
            throw reader.Fault(exception.Message);
        }
    }

    private static TextBinding ReadBinding(ModelBlockReader reader)
    {
        var name = reader.ReadName();
        var kind = (DataKind)reader.ReadByte();
        if (!Enum.IsDefined(kind))
            throw reader.Fault($"there is no kind {(byte)kind} of data");
        var item = DataKinds.ToType(kind);
        if (reader.ReadBoolean())
        {
            var count = reader.ReadUInt64();
            if (!KeyDataViewType.IsValidDataType(item.RawType) || count == 0 || count > KeyDataViewType.MaximumCount(item.RawType))
                throw reader.Fault($"a key over {item} cannot have {count} values");
            item = new KeyDataViewType(item.RawType, count);
        }

        var segments = new TextSegment[reader.ReadCount((2 * sizeof(int)) + 1)];
        var size = 0L;
        for (var index = 0; index < segments.Length; index++)
        {
            var min = reader.ReadInt32();
            var lim = reader.ReadInt32();
            segments[index] = new TextSegment(min, lim, reader.ReadBoolean());
            size += lim - (long)min;
            if (min < 0 || lim <= min || (size > Array.MaxLength && !segments[index].IsVariable))
                throw reader.Fault($"column '{name}' cannot hold the fields {min} to {lim}");
        }

        return segments.Length > 0 ? new TextBinding(name, kind, item, segments) : throw reader.Fault($"column '{name}' holds no field");
    }

    private static uint Flag(bool isSet, uint flag) => isSet ? flag : 0;

    // ASCII is all that separators and escapes can be, and is one byte of UTF-8.
    private static void WriteChar(ModelBlockWriter block, char character) => block.WriteByte((byte)character);

    private static char ReadChar(ModelBlockReader reader)
    {
        var unit = reader.ReadByte();
        return unit < 0x80 ? (char)unit : throw reader.Fault($"the byte 0x{unit:X2} is no ASCII character");
    }
}
