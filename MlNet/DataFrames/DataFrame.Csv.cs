using System.Globalization;
using System.Text;
using Microsoft.ML.Model;

namespace Microsoft.Data.Analysis;

/// <content>Separated text, in and out.</content>
public partial class DataFrame
{
    /// <summary>Loads a file of separated text.</summary>
    /// <param name="filename">The file.</param>
    /// <param name="separator">What stands between fields; the default is a comma. A field in double quotes may hold separators and line ends.</param>
    /// <param name="header">Whether the first line holds the columns' names; the default is true.</param>
    /// <param name="columnNames">The columns' names, in the place of the first line's. Columns without one are called Column0, Column1 and so on.</param>
    /// <param name="dataTypes">The columns' types; guessed if null.</param>
    /// <param name="numRows">How many rows to load; all if -1, which is the default.</param>
    /// <param name="guessRows">How many lines, the first included, are looked at to guess types; the default is 10.</param>
    /// <param name="addIndexColumn">Whether the rows' numbers become a first column, "IndexColumn"; the default is false.</param>
    /// <param name="encoding">The default is UTF-8.</param>
    /// <param name="renameDuplicatedColumns">Whether names that occur again get a number, as in a, a.1, a.2; the default is false.</param>
    /// <param name="cultureInfo">How numbers and dates are written; the default is the current culture.</param>
    /// <exception cref="FormatException">The text is empty, a line has too few fields, or a field is no value of its column.</exception>
    /// <exception cref="ArgumentException">Two columns have the same name, or a line has too many fields.</exception>
    /// <exception cref="IndexOutOfRangeException">There are fewer names than fields.</exception>
    public static DataFrame LoadCsv(
        string filename,
        char separator = ',',
        bool header = true,
        string[]? columnNames = null,
        Type[]? dataTypes = null,
        int numRows = -1,
        int guessRows = 10,
        bool addIndexColumn = false,
        Encoding? encoding = null,
        bool renameDuplicatedColumns = false,
        CultureInfo? cultureInfo = null)
    {
        using var stream = new FileStream(filename, FileMode.Open, FileAccess.Read, FileShare.Read);
        return LoadCsv(
            stream, separator, header, columnNames, dataTypes, numRows, guessRows, addIndexColumn, encoding, renameDuplicatedColumns, cultureInfo);
    }

    /// <summary>Loads separated text from a stream, which stays open.</summary>
    /// <param name="csvStream">A stream that can seek.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="header">Whether the first line holds the columns' names.</param>
    /// <param name="columnNames">The columns' names, in the place of the first line's.</param>
    /// <param name="dataTypes">The columns' types; guessed if null.</param>
    /// <param name="numberOfRowsToRead">How many rows to load; all if -1.</param>
    /// <param name="guessRows">How many lines, the first included, are looked at to guess types.</param>
    /// <param name="addIndexColumn">Whether the rows' numbers become a first column, "IndexColumn".</param>
    /// <param name="encoding">The default is UTF-8.</param>
    /// <param name="renameDuplicatedColumns">Whether names that occur again get a number.</param>
    /// <param name="cultureInfo">How numbers and dates are written; the default is the current culture.</param>
    /// <param name="guessTypeFunction">Guesses the type of a column from some of its values.</param>
    /// <inheritdoc cref="LoadCsv(string, char, bool, string[], Type[], int, int, bool, Encoding, bool, CultureInfo)" path="/exception"/>
    public static DataFrame LoadCsv(
        Stream csvStream,
        char separator = ',',
        bool header = true,
        string[]? columnNames = null,
        Type[]? dataTypes = null,
        long numberOfRowsToRead = -1,
        int guessRows = 10,
        bool addIndexColumn = false,
        Encoding? encoding = null,
        bool renameDuplicatedColumns = false,
        CultureInfo? cultureInfo = null,
        Func<IEnumerable<string>, Type>? guessTypeFunction = null)
    {
        ArgumentNullException.ThrowIfNull(csvStream);
        if (!csvStream.CanSeek)
            throw new ArgumentException("Expected a seekable stream", nameof(csvStream));
        using var reader = new StreamReader(csvStream, encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return Load(
            reader, separator, header, columnNames, dataTypes, numberOfRowsToRead, guessRows, addIndexColumn, renameDuplicatedColumns, cultureInfo, guessTypeFunction);
    }

    /// <summary>Loads separated text from a string.</summary>
    /// <inheritdoc cref="LoadCsv(Stream, char, bool, string[], Type[], long, int, bool, Encoding, bool, CultureInfo, Func{IEnumerable{string}, Type})"/>
    public static DataFrame LoadCsvFromString(
        string csvString,
        char separator = ',',
        bool header = true,
        string[]? columnNames = null,
        Type[]? dataTypes = null,
        long numberOfRowsToRead = -1,
        int guessRows = 10,
        bool addIndexColumn = false,
        bool renameDuplicatedColumns = false,
        CultureInfo? cultureInfo = null,
        Func<IEnumerable<string>, Type>? guessTypeFunction = null)
    {
        using var reader = new StringReader(csvString);
        return Load(
            reader, separator, header, columnNames, dataTypes, numberOfRowsToRead, guessRows, addIndexColumn, renameDuplicatedColumns, cultureInfo, guessTypeFunction);
    }

    /// <summary>Saves a data frame as separated text. The file is written aside and renamed.</summary>
    /// <param name="dataFrame">The data frame.</param>
    /// <param name="path">The file.</param>
    /// <param name="separator">What stands between fields. Text that holds it, quotes or line ends is put in quotes.</param>
    /// <param name="header">Whether the first line holds the columns' names.</param>
    /// <param name="encoding">The default is UTF-8 without a mark.</param>
    /// <param name="cultureInfo">How numbers and dates are written; the default is the current culture.</param>
    /// <exception cref="ArgumentException">The culture writes numbers with the separator.</exception>
    public static void SaveCsv(
        DataFrame dataFrame, string path, char separator = ',', bool header = true, Encoding? encoding = null, CultureInfo? cultureInfo = null) =>
        AtomicFile.Write(path, stream => SaveCsv(dataFrame, stream, separator, header, encoding, cultureInfo));

    /// <summary>Saves a data frame as separated text in a stream, which stays open.</summary>
    /// <inheritdoc cref="SaveCsv(DataFrame, string, char, bool, Encoding, CultureInfo)"/>
    public static void SaveCsv(
        DataFrame dataFrame, Stream csvStream, char separator = ',', bool header = true, Encoding? encoding = null, CultureInfo? cultureInfo = null)
    {
        var culture = cultureInfo ?? CultureInfo.CurrentCulture;
        if (culture.NumberFormat.NumberDecimalSeparator == separator.ToString())
            throw new ArgumentException("Decimal separator cannot match the column separator");
        using var writer = new StreamWriter(csvStream, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        if (dataFrame is not null)
            new CsvWriter(separator, culture).Write(dataFrame, writer, header);
    }

    [Obsolete("WriteCsv is obsolete and will be removed in a future version. Use SaveCsv instead.")]
    public static void WriteCsv(
        DataFrame dataFrame, string path, char separator = ',', bool header = true, Encoding? encoding = null, CultureInfo? cultureInfo = null) =>
        SaveCsv(dataFrame, path, separator, header, encoding, cultureInfo);

    [Obsolete("WriteCsv is obsolete and will be removed in a future version. Use SaveCsv instead.")]
    public static void WriteCsv(
        DataFrame dataFrame, Stream csvStream, char separator = ',', bool header = true, Encoding? encoding = null, CultureInfo? cultureInfo = null) =>
        SaveCsv(dataFrame, csvStream, separator, header, encoding, cultureInfo);

    private static DataFrame Load(
        TextReader reader,
        char separator,
        bool header,
        string[]? columnNames,
        Type[]? dataTypes,
        long rows,
        int guessRows,
        bool addIndexColumn,
        bool renameDuplicates,
        CultureInfo? culture,
        Func<IEnumerable<string>, Type>? guessType) => new CsvLoader
        {
            Separator = separator,
            Header = header,
            ColumnNames = columnNames,
            DataTypes = dataTypes,
            Rows = rows,
            GuessRows = guessRows,
            AddIndexColumn = addIndexColumn,
            RenameDuplicates = renameDuplicates,
            Culture = culture ?? CultureInfo.CurrentCulture,
            GuessType = guessType,
        }.Load(reader);
}
