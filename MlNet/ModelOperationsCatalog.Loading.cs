using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML;

public sealed partial class ModelOperationsCatalog
{
    /// <summary>Loads a model.</summary>
    /// <param name="stream">An ML.NET model archive.</param>
    /// <param name="inputSchema">The columns that were saved with it; null where it was saved without.</param>
    /// <exception cref="FormatException">The stream is no archive.</exception>
    /// <exception cref="InvalidOperationException">The archive holds no model.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged, or holds a component that is not known.</exception>
    public ITransformer Load(Stream stream, out DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var archive = OpenArchive(stream);
        if (archive.Contains(SchemaEntry))
        {
            inputSchema = SchemaFile.Read(archive.Read(SchemaEntry), SchemaEntry);
            return new ModelLoadContext(archive, ChainFolder, Environment).Load<ITransformer>();
        }

        if (archive.ContainsBlock(string.Empty))
        {
            var loader = new ModelLoadContext(archive, string.Empty, Environment).Load<IDataLoader<IMultiStreamSource>>();
            if (loader is not CompositeDataLoader<IMultiStreamSource, ITransformer> composite)
            {
                inputSchema = loader.GetOutputSchema();
                return new TransformerChain<ITransformer>();
            }

            inputSchema = composite.Loader.GetOutputSchema();
            return Unwrapped(composite.Transformer);
        }

        if (archive.ContainsBlock(ChainFolder))
        {
            inputSchema = null!;
            return new ModelLoadContext(archive, ChainFolder, Environment).Load<ITransformer>();
        }

        throw new InvalidOperationException(
            "Could not load legacy format model", new InvalidOperationException("Repository doesn't contain entry DataLoaderModel/Model.key"));
    }

    /// <summary>Loads a model from a file.</summary>
    public ITransformer Load(string filePath, out DataViewSchema inputSchema)
    {
        using var stream = OpenFile(filePath);
        return Load(stream, out inputSchema);
    }

    /// <summary>Loads a model that was saved with a loader.</summary>
    /// <exception cref="InvalidOperationException">It was saved without one.</exception>
    public ITransformer LoadWithDataLoader(Stream stream, out IDataLoader<IMultiStreamSource> loader)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var archive = OpenArchive(stream);
        if (!archive.ContainsBlock(string.Empty))
        {
            throw new InvalidOperationException(
                "Model does not contain an IDataLoader. Perhaps this was saved with an DataViewSchema, or even no information on its input at all. "
                + "Consider using the Load method instead.",
                new FormatException("Corrupt model file"));
        }

        var loaded = new ModelLoadContext(archive, string.Empty, Environment).Load<IDataLoader<IMultiStreamSource>>();
        if (loaded is CompositeDataLoader<IMultiStreamSource, ITransformer> composite)
        {
            loader = composite.Loader;
            return Unwrapped(composite.Transformer);
        }

        loader = loaded;
        return new TransformerChain<ITransformer>();
    }

    /// <summary>Loads a model that was saved with a loader from a file.</summary>
    public ITransformer LoadWithDataLoader(string filePath, out IDataLoader<IMultiStreamSource> loader)
    {
        using var stream = OpenFile(filePath);
        return LoadWithDataLoader(stream, out loader);
    }

    private static FileStream OpenFile(string filePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        if (!File.Exists(filePath))
            throw new FileNotFoundException($"Could not find file '{filePath}'.", filePath);
        return new FileStream(filePath, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    // Saving with a loader wraps the model in a chain of one.
    private static ITransformer Unwrapped(ITransformer transformer) =>
        transformer is ITransformerChain { Transformers: [var only] } ? only : transformer;

    private static ModelArchiveReader OpenArchive(Stream stream)
    {
        try
        {
            return ModelArchiveReader.Open(stream);
        }
        catch (InvalidDataException exception)
        {
            throw new FormatException("Failed to open a zip archive", exception);
        }
    }
}
