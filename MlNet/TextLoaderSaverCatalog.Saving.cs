using Microsoft.ML.Data;

namespace Microsoft.ML;

public static partial class TextLoaderSaverCatalog
{
    /// <summary>Writes a view as text that a text loader reads.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The view.</param>
    /// <param name="stream">Where the text goes; left open.</param>
    /// <param name="separatorChar">What stands between fields. The default is a tab.</param>
    /// <param name="headerRow">Whether the first line names the columns. The default is true.</param>
    /// <param name="schema">Whether the options that load the text stand in front of it. The default is true.</param>
    /// <param name="keepHidden">Whether hidden columns are written too. The default is false.</param>
    /// <param name="forceDense">Whether lines of mostly defaults are written in full. The default is false.</param>
    public static void SaveAsText(
        this DataOperationsCatalog catalog,
        IDataView data,
        Stream stream,
        char separatorChar = '\t',
        bool headerRow = true,
        bool schema = true,
        bool keepHidden = false,
        bool forceDense = false)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(stream);
        catalog.Environment.Register("TextSaver");
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = Environment.NewLine };
        new TextWriting(data, separatorChar, keepHidden, forceDense).Write(writer, headerRow, schema);
    }
}
