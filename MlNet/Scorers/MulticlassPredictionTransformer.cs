using MlNetFashion.Interchange.Models;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Scores a feature column with a classifier of several classes: adds the predicted label, a key, and the scores, one a class.</summary>
public sealed class MulticlassPredictionTransformer<TModel> : SingleFeaturePredictionTransformerBase<TModel>
    where TModel : class
{
    private readonly string? _labelColumnName;
    private readonly string _scoreColumnName;
    private readonly string _predictedLabelColumnName;
    private readonly VectorDataViewType _scoreType;

    /// <param name="environment">Where the component lives.</param>
    /// <param name="model">The model; it is an <see cref="IValueMapper"/> from a feature vector to one score a class.</param>
    /// <param name="trainSchema">The columns of the training data: the feature column's type and the label's key values are taken from it.</param>
    /// <param name="featureColumnName">The feature column.</param>
    /// <param name="labelColumnName">The label column, or null.</param>
    /// <param name="scoreColumnName">The column of scores to add.</param>
    /// <param name="predictedLabelColumnName">The column of the predicted label to add.</param>
    internal MulticlassPredictionTransformer(
        IHostEnvironment environment,
        TModel model,
        DataViewSchema trainSchema,
        string featureColumnName,
        string? labelColumnName,
        string scoreColumnName = "Score",
        string predictedLabelColumnName = "PredictedLabel")
        : base(environment.Register(nameof(MulticlassPredictionTransformer<TModel>)), model, trainSchema, featureColumnName)
    {
        _labelColumnName = labelColumnName;
        _scoreColumnName = scoreColumnName;
        _predictedLabelColumnName = predictedLabelColumnName;
        _scoreType = Mapper.OutputType as VectorDataViewType
            ?? throw new ArgumentException($"A model with a vector of scores was expected. Received: {Mapper.OutputType}.", nameof(model));
    }

    private protected override IRowMapper MakeScorer(DataViewSchema inputSchema, DataViewSchema.Column feature)
    {
        var setId = ScoreAnnotations.NextSetId(inputSchema);
        var labels = LabelValues();
        var predicted = new DataViewSchema.Annotations.Builder();
        ScoreAnnotations.AddKind(predicted, ScoreAnnotations.MulticlassKind);
        ScoreAnnotations.AddValueKind(predicted, ScoreAnnotations.PredictedLabelValue);
        if (labels is { } known)
            predicted.Add(AnnotationKinds.KeyValues, known.Type, known.Getter);
        ScoreAnnotations.AddSetId(predicted, setId);

        var score = new DataViewSchema.Annotations.Builder();
        ScoreAnnotations.AddKind(score, ScoreAnnotations.MulticlassKind);
        ScoreAnnotations.AddSetId(score, setId);
        ScoreAnnotations.AddValueKind(score, ScoreAnnotations.ScoreValue);
        if (labels is { } training)
        {
            score.Add(AnnotationKinds.TrainingLabelValues, training.Type, training.Getter);
            if (training.Type.ItemType is TextDataViewType)
                score.Add(AnnotationKinds.SlotNames, training.Type, training.Getter);
        }

        return new MulticlassScorer(
            Mapper,
            feature,
            new DataViewSchema.DetachedColumn(_predictedLabelColumnName, new KeyDataViewType(typeof(uint), _scoreType.Size), predicted.ToAnnotations()),
            new DataViewSchema.DetachedColumn(_scoreColumnName, _scoreType, score.ToAnnotations()));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("MC  PRED", 0x00010002, 0x00010001, "MulticlassPredXfer", MlNetAssemblies.Data));
        block.WriteString(FeatureColumnName);
        block.WriteString(_labelColumnName);
        block.WriteString(_scoreColumnName);
        block.WriteString(_predictedLabelColumnName);
        PredictionModels.Save(ctx, Model, TrainSchema);
    }

    /// <summary>The values behind the label's keys where there is one a class.</summary>
    private (VectorDataViewType Type, Delegate Getter)? LabelValues()
    {
        if (_labelColumnName is null || TrainSchema.GetColumnOrNull(_labelColumnName) is not { } label)
            return null;
        if (label.Annotations.Schema.GetColumnOrNull(AnnotationKinds.KeyValues) is not { } values
            || values.Type is not VectorDataViewType type || type.Size != _scoreType.Size)
        {
            return null;
        }

        return (type, label.Annotations.GetterAt(values.Index));
    }
}
