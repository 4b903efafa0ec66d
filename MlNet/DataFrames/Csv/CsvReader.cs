using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>
/// Reads lines of separated fields. A field in double quotes may hold separators, line ends and, doubled, quotes; other fields lose
/// the spaces around them. Lines without anything are passed over.
/// </summary>
internal sealed class CsvReader(TextReader reader, char separator)
{
    private readonly char[] _buffer = new char[1 << 16];
    private readonly StringBuilder _quoted = new();
    private int _position;
    private int _filled;

    /// <summary>The line, counted from 1, on which the fields last read began.</summary>
    internal long Line { get; private set; }

    private long NextLine { get; set; } = 1;

    /// <summary>Reads the next line's fields into a list, in place of what it held.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="FormatException">A quote is not closed, or followed by something else than a separator.</exception>
    internal bool Read(List<string> fields)
    {
        fields.Clear();
        while (true)
        {
            Line = NextLine;
            if (Peek() < 0)
                return false;
            var isBlank = ReadLine(fields);
            if (!isBlank)
                return true;
            fields.Clear();
        }
    }

    private bool ReadLine(List<string> fields)
    {
        var isBlank = true;
        while (true)
        {
            var field = ReadField(out var wasQuoted);
            isBlank &= !wasQuoted && field.Length == 0;
            fields.Add(field);
            var end = Next();
            if (end == separator)
            {
                isBlank = false;
                continue;
            }

            if (end == '\r' && Peek() == '\n')
                Next();
            NextLine++;
            return isBlank;
        }
    }

    private string ReadField(out bool wasQuoted)
    {
        SkipSpaces();
        wasQuoted = Peek() == '"';
        if (wasQuoted)
            return ReadQuoted();
        _quoted.Clear();
        while (Peek() is >= 0 and not ('\r' or '\n') and var next && next != separator)
        {
            // As much at once as there is in the buffer.
            var rest = _buffer.AsSpan(_position, _filled - _position);
            var end = rest.IndexOfAny(separator, '\r', '\n');
            var part = end < 0 ? rest : rest[..end];
            _position += part.Length;
            if (_quoted.Length == 0 && end >= 0)
                return part.TrimEnd().ToString();
            _quoted.Append(part);
        }

        return _quoted.ToString().TrimEnd();
    }

    private string ReadQuoted()
    {
        Next();
        _quoted.Clear();
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
                NextLine++;
            }

            _quoted.Append((char)next);
        }

        SkipSpaces();
        if (Peek() is not (< 0 or '\r' or '\n') and var after && after != separator)
            throw new FormatException($"Line {Line} cannot be parsed: a closing quote is followed by '{(char)after}', not by a separator.");
        return _quoted.ToString();
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
