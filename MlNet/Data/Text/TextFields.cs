using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Microsoft.ML.Data;

/// <summary>The fields of a line: where each begins in the batch's bytes and how long it is. Fields that are absent or empty have length 0.</summary>
internal sealed class TextFields
{
    private readonly TextFormat _format;
    private readonly byte[] _separators;
    private readonly Vector256<byte>[] _separatorVectors;
    private readonly bool _isSpaceSeparated;
    private readonly bool _isTrimmed;
    private readonly bool _isSparse;
    private readonly int _lim;
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];

    /// <param name="format">How lines are read.</param>
    /// <param name="lim">Fields from here on are not needed.</param>
    internal TextFields(TextFormat format, int lim)
    {
        _format = format;
        _separators = format.SeparatorBytes;
        _separatorVectors = Array.ConvertAll(_separators, Vector256.Create);
        _isSpaceSeparated = _separators.Contains((byte)' ');
        _isTrimmed = format.TrimWhitespace;
        _isSparse = format.AllowSparse;
        _lim = lim;
    }

    /// <summary>The number of fields found, at most as many as are needed.</summary>
    internal int Count { get; private set; }

    internal ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    internal ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, Count);

    /// <summary>The number of fields of a line.</summary>
    internal static int CountOf(byte[] line, TextFormat format) => Of(line, format).Count;

    /// <summary>The names in a header line.</summary>
    internal static string[] SplitHeader(string header, TextFormat format)
    {
        var bytes = Encoding.UTF8.GetBytes(header);
        var fields = Of(bytes, format);
        var names = new string[fields.Count];
        for (var field = 0; field < names.Length; field++)
            names[field] = Encoding.UTF8.GetString(bytes, fields._starts[field], fields._lengths[field]).Trim();
        return names;
    }

    internal void Split(TextBatch batch, TextLine line)
    {
        Count = 0;
        if (_format.AllowQuoting)
            SplitQuoted(batch, line);
        else
            SplitPlain(batch.Bytes, line.Start, line.Start + line.Length);
        if (_format.AllowSparse)
            Expand(batch.Bytes);
    }

    private static TextFields Of(byte[] line, TextFormat format)
    {
        var fields = new TextFields(format, int.MaxValue);
        fields.Split(new TextBatch { Bytes = line }, new TextLine(0, line.Length, 1));
        return fields;
    }

    /// <summary>Finds separators 32 bytes at a time.</summary>
    private void SplitPlain(byte[] bytes, int start, int end)
    {
        var first = start;
        var position = start;
        for (; position + Vector256<byte>.Count <= end; position += Vector256<byte>.Count)
        {
            var block = Vector256.LoadUnsafe(ref bytes[position]);
            var hits = Vector256.Equals(block, _separatorVectors[0]);
            for (var index = 1; index < _separatorVectors.Length; index++)
                hits |= Vector256.Equals(block, _separatorVectors[index]);
            var mask = hits.ExtractMostSignificantBits();
            if (Count + Vector256<byte>.Count > _starts.Length)
                Grow();
            if (_isTrimmed)
            {
                for (; mask != 0; mask &= mask - 1)
                {
                    var separator = position + BitOperations.TrailingZeroCount(mask);
                    if (!Add(bytes, first, separator))
                        return;
                    first = separator + 1;
                }

                continue;
            }

            first = AddAll(bytes, mask, position, first);
            if (Count >= _lim && !_isSparse)
            {
                Count = _lim;
                return;
            }
        }

        for (; position < end; position++)
        {
            if (!_separators.AsSpan().Contains(bytes[position]))
                continue;
            if (!Add(bytes, first, position))
                return;
            first = position + 1;
        }

        Add(bytes, first, end);
    }

    /// <summary>Adds the fields that end at the separators of one block, and gives where the next begins. There is room for all of them.</summary>
    private int AddAll(byte[] bytes, uint mask, int position, int first)
    {
        var starts = _starts;
        var lengths = _lengths;
        var count = Count;
        for (; mask != 0; mask &= mask - 1)
        {
            var separator = position + BitOperations.TrailingZeroCount(mask);
            var start = first;
            if (bytes[start] == ' ' && !_isSpaceSeparated)
            {
                while (start < separator && bytes[start] == ' ')
                    start++;
            }

            starts[count] = start;
            lengths[count] = separator - start;
            count++;
            first = separator + 1;
        }

        Count = count;
        return first;
    }

    private void Grow()
    {
        Array.Resize(ref _starts, _starts.Length * 2);
        Array.Resize(ref _lengths, _lengths.Length * 2);
    }

    /// <summary>Adds a field without the spaces in front of it; false when no more are needed.</summary>
    private bool Add(byte[] bytes, int start, int end)
    {
        if (!_isSpaceSeparated || _isTrimmed)
        {
            while (start < end && (bytes[start] == ' ' || (_isTrimmed && bytes[start] is (byte)'\t' or (byte)'\v' or (byte)'\f')))
                start++;
        }

        if (_isTrimmed)
        {
            while (start < end && bytes[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\v' or (byte)'\f')
                end--;
        }

        return AddExactly(start, end - start);
    }

    private bool AddExactly(int start, int length)
    {
        if (Count == _starts.Length)
            Grow();

        _starts[Count] = start;
        _lengths[Count] = length;
        Count++;

        // Which fields of a sparse line are needed shows only when all are known.
        return Count < _lim || _isSparse;
    }

    private void SplitQuoted(TextBatch batch, TextLine line)
    {
        var bytes = batch.Bytes;
        var end = line.Start + line.Length;
        var position = line.Start;
        while (true)
        {
            var first = position;
            while (!_isSpaceSeparated && first < end && bytes[first] == ' ')
                first++;
            bool wanted;
            if (first < end && bytes[first] == '"')
            {
                position = first;
                wanted = AddQuoted(batch, line, ref position, end);
            }
            else
            {
                var length = bytes.AsSpan(position, end - position).IndexOfAny(_separators);
                var separator = length < 0 ? end : position + length;
                wanted = Add(bytes, position, separator);
                position = separator;
            }

            if (!wanted || position >= end)
                return;
            position++;
        }
    }

    /// <summary>Adds a field in quotes, undoing escapes where it stands, and moves to the separator behind it.</summary>
    private bool AddQuoted(TextBatch batch, TextLine line, ref int position, int end)
    {
        var bytes = batch.Bytes;
        var opening = position;
        var read = opening + 1;
        var write = read;
        var isClosed = false;
        while (read < end && !isClosed)
        {
            var unit = bytes[read];
            var isEscape = unit == _format.EscapeChar && read + 1 < end && bytes[read + 1] == '"';
            if (isEscape)
            {
                bytes[write++] = (byte)'"';
                read += 2;
            }
            else
            {
                isClosed = unit == '"';
                read++;
                if (!isClosed)
                    bytes[write++] = unit;
            }
        }

        var behind = read;
        while (behind < end && !_isSpaceSeparated && bytes[behind] == ' ')
            behind++;
        if (isClosed && (behind >= end || _separators.AsSpan().Contains(bytes[behind])))
        {
            position = behind;
            return AddExactly(opening + 1, write - opening - 1);
        }

        var length = bytes.AsSpan(read, end - read).IndexOfAny(_separators);
        position = length < 0 ? end : read + length;
        batch.Faults.AddFormatError(batch.Source, line, opening - line.Start, position - line.Start);
        return AddExactly(opening, 0);
    }

    /// <summary>Spreads "count slot:value ..." at the end of a line over as many fields.</summary>
    private void Expand(byte[] bytes)
    {
        var first = -1;
        for (var field = 1; field < Count && first < 0; field++)
        {
            if (TryPair(bytes, field, out _, out _))
                first = field;
        }

        if (first < 0 || !TryNumber(bytes.AsSpan(_starts[first - 1], _lengths[first - 1]), out var size))
            return;
        var offset = first - 1;
        var pairs = new (int Slot, int Start, int Length)[Count - first];
        for (var index = 0; index < pairs.Length; index++)
        {
            if (!TryPair(bytes, first + index, out var slot, out var colon) || slot >= size)
                return;
            pairs[index] = (slot, colon + 1, _starts[first + index] + _lengths[first + index] - colon - 1);
        }

        // No more fields than are needed, whatever size the line claims.
        var lim = (int)Math.Min(offset + (long)size, Math.Min(_lim, offset + pairs.Max(pair => (long)pair.Slot) + 1));
        Count = Math.Min(Count, offset);
        while (Count < lim)
        {
            AddExactly(0, 0);
        }

        foreach (var (slot, start, length) in pairs)
        {
            if (offset + slot < lim)
                (_starts[offset + slot], _lengths[offset + slot]) = (start, length);
        }
    }

    private bool TryPair(byte[] bytes, int field, out int slot, out int colon)
    {
        var text = bytes.AsSpan(_starts[field], _lengths[field]);
        var found = text.IndexOf((byte)':');
        colon = _starts[field] + found;
        slot = 0;
        return found > 0 && TryNumber(text[..found], out slot);
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out int number) =>
        System.Buffers.Text.Utf8Parser.TryParse(text, out number, out var used) && used == text.Length && number >= 0;
}
