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

    /// <exception cref="IndexOutOfRangeException">There are fewer names than fields.</exception>
    /// <exception cref="FormatException">There is no line, or one has too few or too many fields, or a field is no value of its column.</exception>
    internal DataFrame Load(TextReader text)
    {
        if (DataTypes is null && GuessRows <= 0)
            throw new ArgumentException("Expected either guessRows or dataTypes to be provided");
        var reader = new CsvReader(text, Separator);
        if (!reader.Read())
            throw new FormatException("Empty file");
        string[]? header = null;
        var isData = true;
        if (Header)
        {
            header = RenameDuplicates ? WithoutDuplicates(reader.ToStrings()) : reader.ToStrings();
            isData = reader.Read();
        }

        // The lines that types are guessed from count the header.
        var first = new List<(long Line, string[] Fields)>();
        var wanted = DataTypes is null ? Math.Max(1, GuessRows - (Header ? 1 : 0)) : 0;
        while (isData && first.Count < wanted && (Rows < 0 || first.Count < Rows))
        {
            first.Add((reader.Line, reader.ToStrings()));
            isData = reader.Read();
        }

        var columns = MakeColumns(header, first);
        foreach (var (line, fields) in first)
        {
            CheckCount(columns, fields.Length, line);
            for (var index = 0; index < columns.Length; index++)
                Append(columns[index], index < fields.Length, index < fields.Length ? fields[index] : default(ReadOnlySpan<char>), line);
        }

        long row = first.Count;
        for (; isData && (Rows < 0 || row < Rows); row++)
        {
            CheckCount(columns, reader.Count, reader.Line);
            for (var index = 0; index < columns.Length; index++)
                Append(columns[index], index < reader.Count, index < reader.Count ? reader[index] : default, reader.Line);
            isData = reader.Read();
        }

        return new DataFrame(AddIndexColumn ? [new Int64DataFrameColumn("IndexColumn", LongRange.Of(row)), .. columns] : columns);
    }

    private DataFrameColumn[] MakeColumns(string[]? header, List<(long Line, string[] Fields)> lines)
    {
        var count = DataTypes?.Length ?? (lines.Count > 0 ? lines.Max(line => line.Fields.Length) : ColumnNames?.Length ?? header?.Length ?? 0);
        var names = ColumnNames ?? header;
        if (names is not null && names.Length < count)
#pragma warning disable CA2201 // The type that ML.NET throws here.
            throw new IndexOutOfRangeException($"The lines have {count} fields, but only {names.Length} columns are named.");
#pragma warning restore CA2201
        return [.. Enumerable.Range(0, count).Select(index => DataFrameColumns.Create(TypeOf(index, lines), NameOf(names, index)))];
    }

    private static string NameOf(string[]? names, int index) => names?[index] is { Length: > 0 } name
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

    private static void CheckCount(DataFrameColumn[] columns, int fields, long line)
    {
        if (fields > columns.Length)
            throw new ArgumentException($"Line {line} has {fields} fields, which exceeds the number of columns({columns.Length}) in the DataFrame");
    }

    private void Append(DataFrameColumn column, bool isThere, ReadOnlySpan<char> field, long line)
    {
        try
        {
            if (isThere)
                column.AppendText(field, Culture);
            else
                column.Resize(column.Length + 1);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw new FormatException($"Line {line}: '{field}' in column '{column.Name}' is no {column.DataType.Name}.", fault);
        }
    }

    /// <summary>Names that occur again get a number: a, a.1, a.2.</summary>
    private static string[] WithoutDuplicates(string[] names)
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
