using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>A linear classifier of several classes trained by stochastic dual coordinate ascent: the label's score is held above every other one's.</summary>
public abstract partial class SdcaMulticlassTrainerBase<TModel>
    : SdcaTrainerBase<SdcaMulticlassTrainerBase<TModel>.MulticlassOptions, MulticlassPredictionTransformer<TModel>, TModel>
    where TModel : class
{
    private readonly ISupportSdcaClassificationLoss _loss;

    private protected SdcaMulticlassTrainerBase(IHost host, MulticlassOptions options, ISupportSdcaClassificationLoss loss)
        : base(host, options, TrainerColumns.KeyLabel(options.LabelColumnName))
    {
        _loss = loss;
    }

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.MulticlassOutput(inputSchema, LabelColumn);

    private protected override TModel Train(IDataView input, object? initial, IChannel channel)
    {
        int classes = TrainingSet.KeyCount(input, LabelColumn);
        using TrainingSet data = TrainingSet.Read(input, FeatureColumn, LabelColumn, WeightColumn, channel);
        DualAscentOptions options = Tune(data, _loss, channel, DrawOrders(data));
        (float[] parameters, int best) = DualAscentSolver.Multiclass(data.Rows, classes, data.Classes, data.Weights, options, seen => Report(channel, seen));
        ReportBest(channel, best);
        return CreateModel(LinearMulticlassParts.FromParameters(
            data.Rows.Features, classes, parameters, LinearMulticlassParts.LabelNamesOf(input.Schema[LabelColumn.Name], classes)));
    }

    private protected override MulticlassPredictionTransformer<TModel> MakeTransformer(TModel model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name, LabelColumn.Name);

    private protected abstract TModel CreateModel(LinearMulticlassParts parts);
}
