using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>Makes a data frame of separated text.</summary>
internal sealed class CsvLoader
{
    internal required char Separator { get; init; }

    internal required bool Header { get; init; }

    internal required string[]? ColumnNames { get; init; }

    internal required Type[]? DataTypes { get; init; }

    /// <summary>All if negative.</summary>
    internal required long Rows { get; init; }

    internal required int GuessRows { get; init; }

    internal required bool AddIndexColumn { get; init; }

    internal required bool RenameDuplicates { get; init; }

    internal required CultureInfo Culture { get; init; }

    internal required Func<IEnumerable<string>, Type>? GuessType { get; init; }

    /// <exception cref="FormatException">There is no line, or one has too few or too many fields, or a field is no value of its column.</exception>
    internal DataFrame Load(TextReader text)
    {
        if (DataTypes is null && GuessRows <= 0)
            throw new ArgumentException("Expected either guessRows or dataTypes to be provided");
        var reader = new CsvReader(text, Separator);
        var fields = new List<string>();
        if (!reader.Read(fields))
            throw new FormatException("Empty file");
        string[]? header = null;
        var isData = true;
        if (Header)
        {
            header = RenameDuplicates ? WithoutDuplicates(fields) : [.. fields];
            isData = reader.Read(fields);
        }

        // The lines that types are guessed from count the header.
        var first = new List<(long Line, string[] Fields)>();
        var wanted = DataTypes is null ? Math.Max(1, GuessRows - (Header ? 1 : 0)) : 0;
        while (isData && first.Count < wanted && (Rows < 0 || first.Count < Rows))
        {
            first.Add((reader.Line, [.. fields]));
            isData = reader.Read(fields);
        }

        var columns = MakeColumns(header, first);
        long row = 0;
        foreach (var (line, values) in first)
        {
            AppendRow(columns, values, line);
            row++;
        }

        for (; isData && (Rows < 0 || row < Rows); row++)
        {
            AppendRow(columns, fields, reader.Line);
            isData = reader.Read(fields);
        }

        return new DataFrame(AddIndexColumn ? [new Int64DataFrameColumn("IndexColumn", LongRange.Of(row)), .. columns] : columns);
    }

    private DataFrameColumn[] MakeColumns(string[]? header, List<(long Line, string[] Fields)> lines)
    {
        var count = DataTypes?.Length ?? (lines.Count > 0 ? lines.Max(line => line.Fields.Length) : ColumnNames?.Length ?? header?.Length ?? 0);
        var names = ColumnNames ?? header;
        return [.. Enumerable.Range(0, count).Select(index => DataFrameColumns.Create(TypeOf(index, lines), NameOf(names, index)))];
    }

    private static string NameOf(string[]? names, int index) => names is not null && index < names.Length && names[index] is { Length: > 0 } name
        ? name
        : string.Create(CultureInfo.InvariantCulture, $"Column{index}");

    private Type TypeOf(int index, List<(long Line, string[] Fields)> lines)
    {
        if (DataTypes is not null)
            return DataTypes[index];
        var values = lines.Select(line => index < line.Fields.Length
            ? line.Fields[index]
            : throw new FormatException($"Line {line.Line} has less columns than expected"));
        return GuessType?.Invoke(values) ?? CsvTypes.Guess(values, Culture);
    }

    private void AppendRow(DataFrameColumn[] columns, IReadOnlyList<string> fields, long line)
    {
        if (fields.Count > columns.Length)
            throw new ArgumentException($"Line {line} has {fields.Count} fields, which exceeds the number of columns({columns.Length}) in the DataFrame");
        for (var index = 0; index < columns.Length; index++)
        {
            var column = columns[index];
            try
            {
                if (index < fields.Count)
                    column.AppendText(fields[index], Culture);
                else
                    column.Resize(column.Length + 1);
            }
            catch (Exception fault) when (fault is FormatException or OverflowException)
            {
                throw new FormatException($"Line {line}: '{fields[index]}' in column '{column.Name}' is no {column.DataType.Name}.", fault);
            }
        }
    }

    /// <summary>Names that occur again get a number: a, a.1, a.2.</summary>
    private static string[] WithoutDuplicates(List<string> names)
    {
        var seen = new Dictionary<string, int>();
        return [.. names.Select(name =>
        {
            if (seen.TryAdd(name, 1))
                return name;
            return string.Create(CultureInfo.InvariantCulture, $"{name}.{seen[name]++}");
        })];
    }
}
