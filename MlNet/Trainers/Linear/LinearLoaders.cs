using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers;

/// <summary>Reads linear models.</summary>
internal static class LinearLoaders
{
    [Loadable("MultiClassLRExec")]
    internal static object LoadMaximumEntropy(ModelLoadContext context)
    {
        context.Reader.CheckVersion("MULTI LR", 0x00010003, 0x00010001);
        return new MaximumEntropyModelParameters(LinearMulticlassParts.Load(context), ModelStatisticsBase.LoadOrNull(context));
    }

    [Loadable("MulticlassLinear")]
    internal static object LoadMargins(ModelLoadContext context)
    {
        context.Reader.CheckVersion("MCLINEAR", 0x00010001, 0x00010001);
        return new LinearMulticlassModelParameters(LinearMulticlassParts.Load(context), ModelStatisticsBase.LoadOrNull(context));
    }

    [Loadable("Linear2CExec")]
    internal static object LoadBinary(ModelLoadContext context) => LinearBinaryModelParameters.Load(context);
}
