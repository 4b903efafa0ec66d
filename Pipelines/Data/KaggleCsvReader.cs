using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Reads the comma-separated form in which Kaggle hands out these data sets: a header <c>label,pixel1,...,pixel784</c>, then a line
/// an image. 47 million small numbers are no work for a general CSV library, which makes a text of every field; this reader goes
/// over the bytes once, makes no object a line, and knows of every number in which line and column it stands.
/// </summary>
internal static class KaggleCsvReader
{
    private const int Side = 28;
    private const int Columns = 1 + Side * Side;

    /// <summary>785 fields of at most three digits, separators, and room for a bad line that is to be shown.</summary>
    private const int LongestLine = 1 << 16;

    /// <summary>The images of the file and the MD5 of its bytes (lower-case hexadecimal).</summary>
    public static (PackedImages Images, string Md5) Read(string path, int classes, CancellationToken cancellationToken = default)
    {
        using var stream = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        if (stream.Length == 0)
            throw new InvalidDataException($"{path} is empty: expected a header label,pixel1,...,pixel{Columns - 1} and a line an image, received 0 bytes.");

        var rows = new Rows(path, classes, (int)Math.Min(stream.Length / (2 * Columns) + 1, 100_000));
        var buffer = new byte[1 << 20];
        var held = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var got = stream.Read(buffer, held, buffer.Length - held);
            md5.AppendData(buffer, held, got);
            var text = buffer.AsSpan(0, held + got);
            while (text.IndexOf((byte)'\n') is var end and >= 0)
            {
                rows.Add(text[..end]);
                text = text[(end + 1)..];
            }

            if (got == 0)
            {
                if (text.Length > 0)
                    rows.Add(text);
                break;
            }

            if (text.Length > LongestLine)
                throw rows.Fault($"expected at most {LongestLine} bytes in a line, received more");
            held = text.Length;
            text.CopyTo(buffer);
        }

        return (rows.ToImages(), Convert.ToHexStringLower(md5.GetHashAndReset()));
    }

    /// <summary>What has been read so far.</summary>
    private sealed class Rows(string path, int classes, int expectedRows)
    {
        private byte[] _pixels = new byte[expectedRows * (Columns - 1)];
        private byte[] _labels = new byte[expectedRows];
        private int _count;
        private int _line;

        public void Add(ReadOnlySpan<byte> line)
        {
            _line++;
            if (line.EndsWith("\r"u8))
                line = line[..^1];
            if (_line == 1)
            {
                CheckHeader(line);
                return;
            }

            if (line.IsEmpty)
                return;

            if (_count == _labels.Length)
            {
                Array.Resize(ref _labels, 2 * _count);
                Array.Resize(ref _pixels, checked(2 * _count * (Columns - 1)));
            }

            ReadRow(line, _pixels.AsSpan(_count * (Columns - 1), Columns - 1), out _labels[_count]);
            _count++;
        }

        public PackedImages ToImages()
        {
            if (_count == 0)
                throw new InvalidDataException($"{path} has a header but no images: expected a line an image after line 1, received none.");
            Array.Resize(ref _labels, _count);
            Array.Resize(ref _pixels, _count * (Columns - 1));
            return new PackedImages(_pixels, _labels, Side, Side);
        }

        public InvalidDataException Fault(string what) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{path}, line {_line}: {what}."));

        private void CheckHeader(ReadOnlySpan<byte> line)
        {
            if (line.StartsWith("\uFEFF"u8))
                line = line["\uFEFF"u8.Length..];
            var columns = line.Count((byte)',') + 1;
            if (columns != Columns)
            {
                throw Fault($"expected the header label,pixel1,...,pixel{Columns - 1} with {Columns} columns, received {columns} "
                    + $"({Shown(line)})");
            }

            if (!Encoding.UTF8.GetString(line[..line.IndexOf((byte)',')]).Trim('"', ' ').Equals("label", StringComparison.OrdinalIgnoreCase))
                throw Fault($"column 1: expected a header that begins with 'label', received {Shown(line)}; add the header label,pixel1,...,pixel{Columns - 1}");
        }

        private void ReadRow(ReadOnlySpan<byte> line, Span<byte> pixels, out byte label)
        {
            var at = 0;
            label = 0;
            for (var column = 0; column < Columns; column++)
            {
                var value = 0;
                var start = at;
                while (at < line.Length && (uint)(line[at] - '0') <= 9 && at - start < 4)
                    value = 10 * value + (line[at++] - '0');

                var ended = at == line.Length;
                if (at == start || value > 255 || (!ended && line[at] != ',') || ended != (column == Columns - 1))
                    throw Explain(line, column, start);
                if (column == 0)
                    label = (byte)value;
                else
                    pixels[column - 1] = (byte)value;
                at++;
            }

            if (label >= classes)
                throw Fault($"column 1 (label): expected a class from 0 to {classes - 1}, received {label}");
        }

        /// <summary>Says what is wrong with a row; only bad rows are looked at twice.</summary>
        private InvalidDataException Explain(ReadOnlySpan<byte> line, int column, int start)
        {
            var columns = line.Count((byte)',') + 1;
            if (columns != Columns)
                return Fault($"expected {Columns} columns (label and {Columns - 1} pixels), received {columns}");

            var rest = line[start..];
            var field = rest.IndexOf((byte)',') is var end and >= 0 ? rest[..end] : rest;
            var name = column == 0 ? "label" : string.Create(CultureInfo.InvariantCulture, $"pixel{column}");
            return Fault(string.Create(
                CultureInfo.InvariantCulture, $"column {column + 1} ({name}): expected a whole number from 0 to 255, received {Shown(field)}"));
        }

        private static string Shown(ReadOnlySpan<byte> field)
        {
            const int longest = 24;
            var text = Encoding.UTF8.GetString(field[..Math.Min(field.Length, longest)]);
            return $"'{text}{(field.Length > longest ? "..." : "")}'";
        }
    }
}
