namespace Microsoft.Data.Analysis;

/// <summary>
/// Reads lines of separated fields. A field in double quotes may hold separators, line ends and, doubled, quotes; other fields lose
/// the spaces around them. Lines without anything are passed over.
/// </summary>
internal sealed class CsvReader(TextReader reader, char separator)
{
    private readonly char[] _buffer = new char[1 << 16];
    private readonly List<int> _ends = [];
    private char[] _text = new char[1 << 10];
    private int _length;
    private int _position;
    private int _filled;
    private long _nextLine = 1;

    /// <summary>The line, counted from 1, on which the fields last read began.</summary>
    internal long Line { get; private set; }

    /// <summary>How many fields were last read.</summary>
    internal int Count => _ends.Count;

    /// <summary>A field, until the next line is read.</summary>
    internal ReadOnlySpan<char> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return _text.AsSpan(start, _ends[index] - start);
        }
    }

    internal string[] ToStrings()
    {
        var fields = new string[Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = this[i].ToString();
        return fields;
    }

    /// <summary>Reads the next line's fields.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="FormatException">A quote is not closed, or followed by something else than a separator.</exception>
    internal bool Read()
    {
        do
        {
            _ends.Clear();
            _length = 0;
            Line = _nextLine;
            if (Peek() < 0)
                return false;
        }
        while (ReadLine());
        return true;
    }

    /// <returns>Whether there was nothing on it.</returns>
    private bool ReadLine()
    {
        var isBlank = true;
        while (true)
        {
            var start = _length;
            SkipSpaces();
            if (Peek() == '"')
            {
                ReadQuoted();
                isBlank = false;
            }
            else
            {
                ReadPlain();
                while (_length > start && char.IsWhiteSpace(_text[_length - 1]))
                    _length--;
            }

            isBlank &= _length == start;
            _ends.Add(_length);
            var end = Next();
            if (end == separator)
            {
                isBlank = false;
                continue;
            }

            if (end == '\r' && Peek() == '\n')
                Next();
            _nextLine++;
            return isBlank;
        }
    }

    private void ReadPlain()
    {
        while (Peek() >= 0)
        {
            // As much at once as there is in the buffer.
            var rest = _buffer.AsSpan(_position, _filled - _position);
            var end = rest.IndexOfAny(separator, '\r', '\n');
            Append(end < 0 ? rest : rest[..end]);
            _position += end < 0 ? rest.Length : end;
            if (end >= 0)
                return;
        }
    }

    private void ReadQuoted()
    {
        Next();
        while (true)
        {
            var next = Next();
            if (next < 0)
                throw new FormatException($"Line {Line} cannot be parsed: a field begins with a quote that is never closed.");
            if (next == '"')
            {
                if (Peek() != '"')
                    break;
                Next();
            }
            else if (next == '\n')
            {
                _nextLine++;
            }

            Append([(char)next]);
        }

        SkipSpaces();
        if (Peek() is not (< 0 or '\r' or '\n') and var after && after != separator)
            throw new FormatException($"Line {Line} cannot be parsed: a closing quote is followed by '{(char)after}', not by a separator.");
    }

    private void Append(ReadOnlySpan<char> part)
    {
        if (_length + part.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + part.Length));
        part.CopyTo(_text.AsSpan(_length));
        _length += part.Length;
    }

    private void SkipSpaces()
    {
        while (Peek() is ' ' or '\t' && Peek() != separator)
            _position++;
    }

    private int Next()
    {
        var next = Peek();
        if (next >= 0)
            _position++;
        return next;
    }

    private int Peek()
    {
        if (_position == _filled)
        {
            _filled = reader.Read(_buffer, 0, _buffer.Length);
            _position = 0;
            if (_filled == 0)
                return -1;
        }

        return _buffer[_position];
    }
}
