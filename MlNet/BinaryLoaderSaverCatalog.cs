using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>Saving and loading views in ML.NET's own binary format (.idv).</summary>
public static class BinaryLoaderSaverCatalog
{
    /// <summary>A view of a binary file. The file is read when the rows are.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="fileSource">Exactly one file.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or no such file.</exception>
    public static IDataView LoadFromBinary(this DataOperationsCatalog catalog, IMultiStreamSource fileSource)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(fileSource);
        if (fileSource.Count != 1)
            throw new ArgumentOutOfRangeException(nameof(fileSource), $"The binary loader must be created with one file. Received: {fileSource.Count}.");
        catalog.Environment.Register("BinaryLoader");
        return new BinaryView(fileSource);
    }

    /// <summary>A view of a binary file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or no such file.</exception>
    public static IDataView LoadFromBinary(this DataOperationsCatalog catalog, string path)
    {
        if (string.IsNullOrEmpty(path))
            throw new ArgumentOutOfRangeException(nameof(path), "path cannot be null or empty");
        if (!File.Exists(path))
            throw new ArgumentOutOfRangeException(nameof(path), $"File does not exist at path: {path}");
        return catalog.LoadFromBinary(new MultiFileSource(path));
    }

    /// <summary>Saves a view as a binary file. Columns that such a file cannot hold, as images, are left out with a warning.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The view.</param>
    /// <param name="stream">Where the file goes; it must be able to seek and stand at its beginning. It stays open.</param>
    /// <param name="keepHidden">Whether hidden columns are saved too.</param>
    public static void SaveAsBinary(this DataOperationsCatalog catalog, IDataView data, Stream stream, bool keepHidden = false)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite || !stream.CanSeek || stream.Position != 0)
            throw new ArgumentOutOfRangeException(nameof(stream), "A binary file can only be saved to a stream that can be written, can seek and stands at its beginning.");
        BinarySaving.Save(data, stream, keepHidden, catalog.Environment.Register("BinarySaver"));
    }
}
