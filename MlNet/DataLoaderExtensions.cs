using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>Loading by paths.</summary>
public static class DataLoaderExtensions
{
    /// <summary>A view of files.</summary>
    public static IDataView Load(this IDataLoader<IMultiStreamSource> loader, params string[] path)
    {
        ArgumentNullException.ThrowIfNull(loader);
        return loader.Load(new MultiFileSource(path));
    }
}
