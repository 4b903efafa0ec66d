using System.Text;

namespace Microsoft.ML.Data;

/// <summary>Cuts files into batches of data lines: headers, comments and empty lines are left out here.</summary>
internal sealed class TextLines : IDisposable
{
    // Large enough that a batch is worth handing to another thread, small enough to stay in its cache.
    private const int BatchBytes = 1 << 18;

    private readonly TextFormat _format;
    private readonly IMultiStreamSource _source;
    private readonly byte[] _fieldEnds;
    private readonly bool _isSpaceSeparated;
    private int _file = -1;
    private Stream? _stream;
    private string _name = string.Empty;
    private byte[] _rest = [];
    private int _restLength;
    private int _lineNumber;
    private long _rows;
    private bool _streamEnded;
    private bool _headerSeen;
    private bool _dataSeen;

    internal TextLines(TextFormat format, IMultiStreamSource source)
    {
        _format = format;
        _source = source;
        _fieldEnds = [.. format.SeparatorBytes, (byte)'\r', (byte)'\n'];
        _isSpaceSeparated = format.Separators.Contains(' ');
    }

    /// <summary>Fills a batch with lines of one file; false at the end of the last.</summary>
    /// <exception cref="FormatException">A file cannot be read.</exception>
    internal bool Fill(TextBatch batch)
    {
        batch.Lines.Clear();
        batch.Faults.Clear();
        while (batch.Lines.Count == 0)
        {
            if (_rows >= _format.MaxRows || (_stream is null && !OpenNext()))
                return false;
            batch.Source = _name;
            var length = ReadBytes(batch);
            var used = CutLines(batch, length);
            KeepRest(batch.Bytes.AsSpan(used, length - used));
            if (_streamEnded)
                Close();
        }

        return true;
    }

    public void Dispose() => Close();

    private bool OpenNext()
    {
        if (++_file >= _source.Count)
            return false;
        try
        {
            _stream = Utf8Of(_source.Open(_file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }

        _name = Path.GetFileName(_source.GetPathOrNull(_file)) ?? string.Empty;
        _lineNumber = 0;
        _restLength = 0;
        _streamEnded = false;
        _headerSeen = !_format.HasHeader;
        _dataSeen = false;
        return true;
    }

    private static FormatException Unreadable(Exception exception)
    {
        const string Message = "Stream reading encountered exception";
        return new FormatException($"Parsing failed with an exception: {Message}", new FormatException(Message, exception));
    }

    private void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }

    /// <summary>The stream as UTF-8 without byte order mark.</summary>
    private Stream Utf8Of(Stream stream)
    {
        var start = new byte[3];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        Encoding? encoding = (start[0], start[1]) switch
        {
            (0xFF, 0xFE) when length >= 2 => Encoding.Unicode,
            (0xFE, 0xFF) when length >= 2 => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (encoding is null)
        {
            var isMarked = length == 3 && start.AsSpan().SequenceEqual(Encoding.UTF8.Preamble);
            return new PrefixedStream(isMarked ? [] : start[..length], stream);
        }

        return Encoding.CreateTranscodingStream(new PrefixedStream(start[2..length], stream), encoding, new UTF8Encoding(false));
    }

    /// <summary>Puts what was left over and what can be read into the batch's bytes, and gives their number.</summary>
    private int ReadBytes(TextBatch batch)
    {
        // A line longer than a batch is left over whole; doubling reads it in the end.
        var capacity = Math.Max(BatchBytes, _restLength * 2);
        if (batch.Bytes.Length < capacity)
            batch.Bytes = new byte[capacity];
        _rest.AsSpan(0, _restLength).CopyTo(batch.Bytes);
        var length = _restLength;
        try
        {
            var read = _stream!.ReadAtLeast(batch.Bytes.AsSpan(length), batch.Bytes.Length - length, throwOnEndOfStream: false);
            _streamEnded = length + read < batch.Bytes.Length;
            return length + read;
        }
        catch (IOException exception)
        {
            throw new FormatException("Parsing failed with an exception: Stream reading encountered exception", exception);
        }
    }

    private void KeepRest(ReadOnlySpan<byte> rest)
    {
        if (_rest.Length < rest.Length)
            _rest = new byte[Math.Max(rest.Length, BatchBytes)];
        rest.CopyTo(_rest);
        _restLength = rest.Length;
    }

    /// <summary>Lists the whole lines of the batch's bytes, and gives where the last ends.</summary>
    private int CutLines(TextBatch batch, int length)
    {
        var bytes = batch.Bytes.AsSpan(0, length);
        var start = 0;
        while (start < length && _rows < _format.MaxRows)
        {
            var end = EndOfLine(bytes, start, out var isOpen);
            if (end < 0)
            {
                if (!_streamEnded)
                    return start;
                if (isOpen)
                    throw Unreadable(new EndOfStreamException($"Line {_lineNumber + 1} of '{_name}' has a field in quotes that is never closed."));
                Take(batch, start, length - start, 1);
                return length;
            }

            // A carriage return at the very end may belong to a line feed that is still to be read.
            if (bytes[end] == '\r' && end + 1 == length && !_streamEnded)
                return start;
            Take(batch, start, end - start, 1 + (_format.ReadMultilines ? bytes[start..end].Count((byte)'\n') : 0));
            start = end + (bytes[end] == '\r' && end + 1 < length && bytes[end + 1] == '\n' ? 2 : 1);
        }

        return start;
    }

    private int EndOfLine(ReadOnlySpan<byte> bytes, int start, out bool isOpen)
    {
        isOpen = false;
        if (!_format.ReadMultilines)
        {
            var found = bytes[start..].IndexOfAny((byte)'\r', (byte)'\n');
            return found < 0 ? -1 : start + found;
        }

        // A line's end inside a field in quotes is data; a quote opens a field only where the field begins.
        var index = start;
        while (index < bytes.Length)
        {
            while (!_isSpaceSeparated && index < bytes.Length && bytes[index] == ' ')
                index++;
            if (index < bytes.Length && bytes[index] == '"')
            {
                index = EndOfQuoted(bytes, index + 1);
                if (index < 0)
                {
                    isOpen = true;
                    return -1;
                }
            }

            var length = bytes[index..].IndexOfAny(_fieldEnds);
            if (length < 0)
                return -1;
            index += length;
            if (bytes[index] is (byte)'\r' or (byte)'\n')
                return index;
            index++;
        }

        return -1;
    }

    /// <summary>Where a field in quotes is closed, one past the quote; -1 where it is not.</summary>
    private int EndOfQuoted(ReadOnlySpan<byte> bytes, int index)
    {
        for (; index < bytes.Length; index++)
        {
            if (bytes[index] == _format.EscapeChar && index + 1 < bytes.Length && bytes[index + 1] == '"')
                index++;
            else if (bytes[index] == '"')
                return index + 1;
        }

        return -1;
    }

    private void Take(TextBatch batch, int start, int length, int lines)
    {
        _lineNumber += lines;
        if (length == 0)
            return;
        var line = batch.Bytes.AsSpan(start, length);
        if (line.StartsWith("//"u8) || (!_dataSeen && line[0] == '#'))
            return;
        if (!_headerSeen)
        {
            _headerSeen = true;
            return;
        }

        _dataSeen = true;
        _rows++;
        batch.Lines.Add(new TextLine(start, length, _lineNumber));
    }
}
