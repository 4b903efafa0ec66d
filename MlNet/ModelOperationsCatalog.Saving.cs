using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML;

public sealed partial class ModelOperationsCatalog
{
    private const string ChainFolder = "TransformerChain";
    private const string SchemaEntry = "Schema";

    // What genuine ML.NET of the line whose format this is writes; nobody reads it back.
    private const string ProductVersion = "6.0.0-dev";

    /// <summary>Saves a model with the loader that reads its input, as an ML.NET model archive.</summary>
    public void Save<TSource>(ITransformer model, IDataLoader<TSource> loader, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(loader);
        ArgumentNullException.ThrowIfNull(stream);
        SaveArchive(stream, context => ((ICanSaveModel)new CompositeDataLoader<TSource, ITransformer>(loader, Wrapped(model))).Save(context), null);
    }

    /// <summary>Saves a model with the loader that reads its input; the file is whole or not there.</summary>
    public void Save<TSource>(ITransformer model, IDataLoader<TSource> loader, string filePath) =>
        AtomicFile.Write(filePath, stream => Save(model, loader, stream));

    /// <summary>Saves a model with the columns of its input, as an ML.NET model archive.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputSchema">The columns that <see cref="Load(Stream, out DataViewSchema)"/> will give back; null for none.</param>
    /// <param name="stream">Where the archive goes; left open.</param>
    public void Save(ITransformer model, DataViewSchema? inputSchema, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        SaveArchive(stream, context => context.SaveModel(model, ChainFolder), inputSchema);
    }

    /// <summary>Saves a model with the columns of its input; the file is whole or not there.</summary>
    public void Save(ITransformer model, DataViewSchema? inputSchema, string filePath) =>
        AtomicFile.Write(filePath, stream => Save(model, inputSchema, stream));

    private static TransformerChain<ITransformer> Wrapped(ITransformer model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new TransformerChain<ITransformer>(model);
    }

    private static void SaveArchive(Stream stream, Action<ModelSaveContext> save, DataViewSchema? inputSchema)
    {
        using var archive = new ModelArchiveWriter(stream, ProductVersion);
        using (var root = new ModelSaveContext(archive, string.Empty))
        {
            save(root);
            if (inputSchema is not null)
                root.AddEntry(SchemaEntry, SchemaFile.Write(inputSchema, keepHidden: true));
        }

        archive.Commit();
    }
}
