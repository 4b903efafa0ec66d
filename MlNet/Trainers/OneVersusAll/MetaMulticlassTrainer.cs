using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>What trainers that make a classifier of several classes out of binary ones share.</summary>
public abstract class MetaMulticlassTrainer<TTransformer, TModel> : ITrainerEstimator<TTransformer, TModel>
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private protected MetaMulticlassTrainer(IHost host, IBinaryTrainer trainer, string labelColumnName)
    {
        Host = host;
        Trainer = trainer;
        LabelColumn = TrainerColumns.KeyLabel(labelColumnName);
    }

    /// <summary>What the trainer likes its data to be.</summary>
    public TrainerInfo Info => Trainer.Info;

    private protected IHost Host { get; }

    private protected IBinaryTrainer Trainer { get; }

    private protected SchemaShape.Column LabelColumn { get; }

    /// <summary>Trains on the data.</summary>
    public abstract TTransformer Fit(IDataView input);

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        CheckInput(inputSchema);
        return inputSchema.With(TrainerColumns.MulticlassOutput(inputSchema, LabelColumn));
    }

    private protected void CheckInput(SchemaShape inputSchema)
    {
        TrainerColumns.Check(inputSchema, "feature", Trainer.FeatureColumn, nameof(inputSchema));
        TrainerColumns.Check(inputSchema, "label", LabelColumn, "labelCol");
        if (Trainer.WeightColumn.IsValid)
            TrainerColumns.Check(inputSchema, "weight", Trainer.WeightColumn, nameof(inputSchema));
    }
}
