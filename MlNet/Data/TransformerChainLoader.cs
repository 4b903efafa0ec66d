using System.Globalization;
using Microsoft.ML.Model;

namespace Microsoft.ML.Data;

/// <summary>Loads chains.</summary>
internal static class TransformerChainLoader
{
    [Loadable("TransformerChain")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("XF CHAIN", 0x00010001, 0x00010001);
        var scopes = new TransformerScope[context.Reader.ReadCount(sizeof(int))];
        for (var index = 0; index < scopes.Length; index++)
            scopes[index] = (TransformerScope)context.Reader.ReadInt32();
        var transformers = new ITransformer[scopes.Length];
        for (var index = 0; index < transformers.Length; index++)
            transformers[index] = context.LoadModel<ITransformer>(string.Create(CultureInfo.InvariantCulture, $"Transform_{index:000}"));
        return new TransformerChain<ITransformer>(transformers, scopes);
    }
}
