using System.Text;

namespace Microsoft.ML.Data;

/// <summary>What can be learnt from the first lines of a file.</summary>
internal static class TextSettings
{
    private const string Mark = "#@";

    /// <summary>The lines of data, as far as the format's limit goes.</summary>
    internal static IEnumerable<byte[]> FirstLines(TextFormat format, IMultiStreamSource source)
    {
        using var lines = new TextLines(format, source);
        var batch = new TextBatch();
        while (lines.Fill(batch))
        {
            foreach (var line in batch.Lines)
                yield return batch.Bytes.AsSpan(line.Start, line.Length).ToArray();
        }
    }

    /// <summary>The header that names slots: of the header file, or else of the sample.</summary>
    internal static string? HeaderOf(TextLoader.Options options, TextFormat format, IMultiStreamSource? sample)
    {
        if (!string.IsNullOrEmpty(options.HeaderFile))
        {
            var first = FirstLines(format with { HasHeader = false, MaxRows = 1 }, new MultiFileSource(options.HeaderFile)).FirstOrDefault();
            return first is null ? null : Encoding.UTF8.GetString(first);
        }

        if (!format.HasHeader || sample is null || sample.Count == 0)
            return null;
        var line = FirstLines(format with { HasHeader = false, MaxRows = 1 }, sample).FirstOrDefault();
        return line is null ? null : Encoding.UTF8.GetString(line);
    }

    /// <summary>Options with the columns that the sample's embedded options describe, or guessed: the first field is Label, the rest are Features.</summary>
    internal static TextLoader.Options FromSample(TextLoader.Options options, IMultiStreamSource sample)
    {
        var embedded = sample.Count > 0 ? Embedded(sample) : null;
        if (embedded is not null)
            return Parse(options, embedded);
        var format = TextFormat.Of(options);
        var first = FirstLines(format with { MaxRows = 1 }, sample).FirstOrDefault();
        var size = first is null ? 0 : TextFields.CountOf(first, format);
        if (size < 2)
            throw new ArgumentOutOfRangeException(nameof(options.Columns), "Can't determine the columns without valid data");
        return Copy(options, [new TextLoader.Column("Label", DataKind.Single, 0), new TextLoader.Column("Features", DataKind.Single, 1, size - 1)]);
    }

    private static List<string>? Embedded(IMultiStreamSource sample)
    {
        using var reader = sample.OpenTextReader(0);
        var words = new List<string>();
        while (reader.ReadLine() is { } line && line.StartsWith(Mark, StringComparison.Ordinal))
            words.AddRange(line[Mark.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (words.Count < 2 || !words[0].StartsWith("TextLoader", StringComparison.Ordinal))
            return null;
        return [.. words.Where(word => word is not ("TextLoader" or "TextLoader{" or "{" or "}"))];
    }

    private static TextLoader.Options Parse(TextLoader.Options options, List<string> words)
    {
        var columns = new List<TextLoader.Column>();
        var result = Copy(options, null);
        foreach (var word in words)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (word.TrimEnd('+', '-'), word[^1..]) : (word[..equals], word[(equals + 1)..]);
            switch (name.ToLowerInvariant())
            {
                case "col": columns.Add(ColumnText.Parse(value)); break;
                case "sep": result.Separators = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ColumnText.Separator).DefaultIfEmpty(',')]; break;
                case "header": result.HasHeader = value is "+" or "true"; break;
                case "quote": result.AllowQuoting = value is "+" or "true"; break;
                case "sparse": result.AllowSparse = value is "+" or "true"; break;
                case "trim": result.TrimWhitespace = value is "+" or "true"; break;
                case "size": result.InputSize = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture); break;
                default: throw new FormatException($"The options embedded in the file hold '{word}', which is not known; expected col, sep, header, quote, sparse, trim or size.");
            }
        }

        result.Columns = [.. columns];
        return result;
    }

    private static TextLoader.Options Copy(TextLoader.Options options, TextLoader.Column[]? columns) => new()
    {
        AllowQuoting = options.AllowQuoting,
        AllowSparse = options.AllowSparse,
        Columns = columns,
        DecimalMarker = options.DecimalMarker,
        EscapeChar = options.EscapeChar,
        HasHeader = options.HasHeader,
        HeaderFile = options.HeaderFile,
        InputSize = options.InputSize,
        MaxRows = options.MaxRows,
        MissingRealsAsNaNs = options.MissingRealsAsNaNs,
        ReadMultilines = options.ReadMultilines,
        Separators = options.Separators,
        TrimWhitespace = options.TrimWhitespace,
        UseThreads = options.UseThreads,
    };
}
