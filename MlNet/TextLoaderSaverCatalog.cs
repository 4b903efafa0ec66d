using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>Loading and saving text files.</summary>
public static partial class TextLoaderSaverCatalog
{
    /// <summary>A loader of text files.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="separatorChar">What stands between fields. The default is a tab.</param>
    /// <param name="hasHeader">Whether every file begins with a line of names.</param>
    /// <param name="dataSample">Files to look at for slot names and for where lines end; null for none.</param>
    /// <param name="allowQuoting">Whether fields may stand in quotes.</param>
    /// <param name="trimWhitespace">Whether white space around fields is dropped.</param>
    /// <param name="allowSparse">Whether a line may end in a count and "slot:value" fields.</param>
    public static TextLoader CreateTextLoader(
        this DataOperationsCatalog catalog,
        TextLoader.Column[] columns,
        char separatorChar = '\t',
        bool hasHeader = false,
        IMultiStreamSource? dataSample = null,
        bool allowQuoting = false,
        bool trimWhitespace = false,
        bool allowSparse = false) =>
        catalog.CreateTextLoader(Options(columns, separatorChar, hasHeader, allowQuoting, trimWhitespace, allowSparse), dataSample);

    /// <summary>A loader of text files, as options say.</summary>
    public static TextLoader CreateTextLoader(this DataOperationsCatalog catalog, TextLoader.Options options, IMultiStreamSource? dataSample = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new TextLoader(catalog.Environment, options, dataSample);
    }

    /// <summary>A loader of text files whose columns are the members of a class, by their attribute LoadColumn.</summary>
    public static TextLoader CreateTextLoader<TInput>(
        this DataOperationsCatalog catalog,
        char separatorChar = '\t',
        bool hasHeader = false,
        IMultiStreamSource? dataSample = null,
        bool allowQuoting = false,
        bool trimWhitespace = false,
        bool allowSparse = false) =>
        catalog.CreateTextLoader<TInput>(Options(null, separatorChar, hasHeader, allowQuoting, trimWhitespace, allowSparse), dataSample);

    /// <summary>A loader of text files, as options say, whose columns are the members of a class.</summary>
    public static TextLoader CreateTextLoader<TInput>(this DataOperationsCatalog catalog, TextLoader.Options options, IMultiStreamSource? dataSample = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Columns = ClassColumns.Of(typeof(TInput));
        return catalog.CreateTextLoader(options, dataSample);
    }

    /// <summary>A view of text files.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="path">A file, or files by wildcards.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="separatorChar">What stands between fields. The default is a tab.</param>
    /// <param name="hasHeader">Whether every file begins with a line of names.</param>
    /// <param name="allowQuoting">Whether fields may stand in quotes.</param>
    /// <param name="trimWhitespace">Whether white space around fields is dropped.</param>
    /// <param name="allowSparse">Whether a line may end in a count and "slot:value" fields.</param>
    public static IDataView LoadFromTextFile(
        this DataOperationsCatalog catalog,
        string path,
        TextLoader.Column[] columns,
        char separatorChar = '\t',
        bool hasHeader = false,
        bool allowQuoting = false,
        bool trimWhitespace = false,
        bool allowSparse = false) =>
        catalog.LoadFromTextFile(path, Options(columns, separatorChar, hasHeader, allowQuoting, trimWhitespace, allowSparse));

    /// <summary>A view of text files, as options say.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such file, or the options do not fit together.</exception>
    public static IDataView LoadFromTextFile(this DataOperationsCatalog catalog, string path, TextLoader.Options? options = null)
    {
        var source = SourceOf(path);
        return catalog.CreateTextLoader(options ?? new TextLoader.Options(), source).Load(source);
    }

    /// <summary>A view of text files whose columns are the members of a class, by their attribute LoadColumn.</summary>
    public static IDataView LoadFromTextFile<TInput>(
        this DataOperationsCatalog catalog,
        string path,
        char separatorChar = '\t',
        bool hasHeader = false,
        bool allowQuoting = false,
        bool trimWhitespace = false,
        bool allowSparse = false) =>
        catalog.LoadFromTextFile<TInput>(path, Options(null, separatorChar, hasHeader, allowQuoting, trimWhitespace, allowSparse));

    /// <summary>A view of text files, as options say, whose columns are the members of a class.</summary>
    public static IDataView LoadFromTextFile<TInput>(this DataOperationsCatalog catalog, string path, TextLoader.Options options)
    {
        // As in ML.NET, the file is no sample here: the class says all there is to know, and a header names no slots.
        // Whether there is such a file is asked before the class is looked at.
        var source = SourceOf(path);
        return catalog.CreateTextLoader<TInput>(options).Load(source);
    }

    private static TextLoader.Options Options(
        TextLoader.Column[]? columns, char separatorChar, bool hasHeader, bool allowQuoting, bool trimWhitespace, bool allowSparse) => new()
        {
            Columns = columns,
            Separators = [separatorChar],
            HasHeader = hasHeader,
            AllowQuoting = allowQuoting,
            TrimWhitespace = trimWhitespace,
            AllowSparse = allowSparse,
        };

    private static MultiFileSource SourceOf(string path)
    {
        if (string.IsNullOrEmpty(path))
            throw new ArgumentOutOfRangeException(nameof(path), "path cannot be null or empty");
        var source = new MultiFileSource(path);
        if (source.Count == 0 || Enumerable.Range(0, source.Count).Any(index => !File.Exists(source.GetPathOrNull(index))))
            throw new ArgumentOutOfRangeException(nameof(path), $"File or directory does not exist at path: {path}");
        return source;
    }
}
