using Microsoft.ML.Model;

namespace Microsoft.ML.Data;

/// <summary>Reads the scorers of binary labels, of anomalies, of numbers and of clusters; the model's own class becomes the type argument.</summary>
internal static class SingleFeaturePredictionLoaders
{
    [Loadable("BinaryPredXfer")]
    internal static object LoadBinary(ModelLoadContext context)
    {
        context.Reader.CheckVersion("BIN PRED", 0x00010001, 0x00010001);
        string feature = context.Reader.ReadName();
        float threshold = context.Reader.ReadSingle();
        string column = context.Reader.ReadName();
        (object model, DataViewSchema trainSchema) = PredictionModels.Load(context);
        return PredictionModels.CreateTyped(
            typeof(BinaryPredictionTransformer<>), model, [context.Environment, model, trainSchema, feature, threshold, column]);
    }

    [Loadable("AnomalyPredXfer")]
    internal static object LoadAnomaly(ModelLoadContext context)
    {
        context.Reader.CheckVersion("ANOMPRED", 0x00010001, 0x00010001);
        string feature = context.Reader.ReadName();
        float threshold = context.Reader.ReadSingle();
        string column = context.Reader.ReadName();
        (object model, DataViewSchema trainSchema) = PredictionModels.Load(context);
        return PredictionModels.CreateTyped(
            typeof(AnomalyPredictionTransformer<>), model, [context.Environment, model, trainSchema, feature, threshold, column]);
    }

    [Loadable("RegressionPredXfer")]
    internal static object LoadRegression(ModelLoadContext context)
    {
        context.Reader.CheckVersion("REG PRED", 0x00010001, 0x00010001);
        string feature = context.Reader.ReadName();
        (object model, DataViewSchema trainSchema) = PredictionModels.Load(context);
        return PredictionModels.CreateTyped(typeof(RegressionPredictionTransformer<>), model, [context.Environment, model, trainSchema, feature]);
    }

    [Loadable("ClusteringPredXfer")]
    internal static object LoadClustering(ModelLoadContext context)
    {
        context.Reader.CheckVersion("CLUSPRED", 0x00010001, 0x00010001);
        string feature = context.Reader.ReadName();
        (object model, DataViewSchema trainSchema) = PredictionModels.Load(context);
        return PredictionModels.CreateTyped(typeof(ClusteringPredictionTransformer<>), model, [context.Environment, model, trainSchema, feature]);
    }
}
