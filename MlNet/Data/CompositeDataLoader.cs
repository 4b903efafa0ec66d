using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Data;

/// <summary>A loader followed by fitted steps.</summary>
public sealed class CompositeDataLoader<TSource, TLastTransformer> : IDataLoader<TSource>, IDisposable
    where TLastTransformer : class, ITransformer
{
    /// <summary>The loader.</summary>
    public readonly IDataLoader<TSource> Loader;

    /// <summary>The steps.</summary>
    public readonly TransformerChain<TLastTransformer> Transformer;

    private bool _disposed;

    /// <summary>A loader followed by steps, or by none.</summary>
    public CompositeDataLoader(IDataLoader<TSource> loader, TransformerChain<TLastTransformer>? transformerChain = null)
    {
        ArgumentNullException.ThrowIfNull(loader);
        Loader = loader;
        Transformer = transformerChain ?? new TransformerChain<TLastTransformer>();
    }

    /// <summary>What the steps make of the loaded view.</summary>
    public IDataView Load(TSource input) => Transformer.Transform(Loader.Load(input));

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema() => Transformer.GetOutputSchema(Loader.GetOutputSchema());

    /// <summary>This loader with one more step.</summary>
    public CompositeDataLoader<TSource, TNewLast> AppendTransformer<TNewLast>(TNewLast transformer)
        where TNewLast : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return new CompositeDataLoader<TSource, TNewLast>(Loader, Transformer.Append(transformer));
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        ctx.Begin(new ModelBlockHeader("CMPSTLDR", 0x00010001, 0x00010001, "CompositeLoader", MlNetAssemblies.Data));
        ctx.SaveModel(Loader, "Loader");
        ctx.SaveModel(Transformer, "TransformerChain");
    }

    /// <summary>Frees what loader and steps hold.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Transformer.Dispose();
        (Loader as IDisposable)?.Dispose();
    }
}
