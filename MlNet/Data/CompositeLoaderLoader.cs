using Microsoft.ML.Model;

namespace Microsoft.ML.Data;

/// <summary>Loads composites of a loader and steps.</summary>
internal static class CompositeLoaderLoader
{
    [Loadable("CompositeLoader")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("CMPSTLDR", 0x00010001, 0x00010001);
        return new CompositeDataLoader<IMultiStreamSource, ITransformer>(
            context.LoadModel<IDataLoader<IMultiStreamSource>>("Loader"),
            context.LoadModel<TransformerChain<ITransformer>>("TransformerChain"));
    }
}
