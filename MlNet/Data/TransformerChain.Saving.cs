using System.Globalization;
using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Data;

public sealed partial class TransformerChain<TLastTransformer>
{
    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        var block = ctx.Begin(new ModelBlockHeader("XF CHAIN", 0x00010001, 0x00010001, "TransformerChain", MlNetAssemblies.Data));
        block.WriteInt32(_transformers.Length);
        foreach (var scope in _scopes)
            block.WriteInt32((int)scope);
        for (var index = 0; index < _transformers.Length; index++)
            ctx.SaveModel(_transformers[index], string.Create(CultureInfo.InvariantCulture, $"Transform_{index:000}"));
    }
}
