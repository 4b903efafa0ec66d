using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>What trainers share: the columns they read, checked before any work starts.</summary>
public abstract class TrainerEstimatorBase<TTransformer, TModel> : ITrainerEstimator<TTransformer, TModel>
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    /// <summary>The feature column that the trainer expects.</summary>
    public readonly SchemaShape.Column FeatureColumn;

    /// <summary>The label column that the trainer expects; one without a name where it needs none.</summary>
    public readonly SchemaShape.Column LabelColumn;

    /// <summary>The weight column that the trainer expects; one without a name where it has none.</summary>
    public readonly SchemaShape.Column WeightColumn;

    private protected TrainerEstimatorBase(IHost host, SchemaShape.Column feature, SchemaShape.Column label = default, SchemaShape.Column weight = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        Host = host;
        FeatureColumn = feature;
        LabelColumn = label;
        WeightColumn = weight;
    }

    /// <inheritdoc/>
    public abstract TrainerInfo Info { get; }

    private protected IHost Host { get; }

    /// <summary>Trains on <paramref name="input"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is not there or of the wrong type.</exception>
    /// <exception cref="InvalidOperationException">There is no row to learn from.</exception>
    public TTransformer Fit(IDataView input) => Fit(input, null);

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        CheckInput(inputSchema);
        return inputSchema.With(OutputColumns(inputSchema));
    }

    /// <summary>Trains, from an earlier model where there is one.</summary>
    private protected TTransformer Fit(IDataView input, object? initial)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckInput(SchemaShape.Create(input.Schema));
        using IChannel channel = Host.Start("Training");
        return MakeTransformer(Train(input, initial, channel), input.Schema);
    }

    /// <summary>The columns that the model adds.</summary>
    private protected abstract IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema);

    /// <summary>The work itself; columns have been checked.</summary>
    private protected abstract TModel Train(IDataView input, object? initial, IChannel channel);

    private protected abstract TTransformer MakeTransformer(TModel model, DataViewSchema trainSchema);

    private void CheckInput(SchemaShape inputSchema)
    {
        TrainerColumns.Check(inputSchema, "feature", FeatureColumn, nameof(inputSchema));
        if (LabelColumn.IsValid)
            TrainerColumns.Check(inputSchema, "label", LabelColumn, "labelCol");
        if (WeightColumn.IsValid)
            TrainerColumns.Check(inputSchema, "weight", WeightColumn, nameof(inputSchema));
    }
}
