using Microsoft.ML.Model;

namespace Microsoft.ML.Data;

/// <summary>Loads scorers with several classes as typed as ML.NET does: the model's own class is the type argument.</summary>
internal static class MulticlassPredictionLoader
{
    [Loadable("MulticlassPredXfer")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("MC  PRED", 0x00010002, 0x00010001);
        var feature = context.Reader.ReadName();
        var label = context.Reader.Header.VersionWritten >= 0x00010002 ? context.Reader.ReadString() : null;
        var score = context.Reader.ReadName();
        var predictedLabel = context.Reader.ReadName();
        var (model, trainSchema) = PredictionModels.Load(context);
        return PredictionModels.CreateTyped(
            typeof(MulticlassPredictionTransformer<>), model, [context.Environment, model, trainSchema, feature, label, score, predictedLabel]);
    }
}
