using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>What transformers that score one feature column share.</summary>
public abstract class SingleFeaturePredictionTransformerBase<TModel> : PredictionTransformerBase<TModel>, ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private protected SingleFeaturePredictionTransformerBase(IHost host, TModel model, DataViewSchema trainSchema, string featureColumnName)
        : base(host, model, trainSchema)
    {
        FeatureColumnName = featureColumnName;
        FeatureColumnType = (trainSchema.GetColumnOrNull(featureColumnName)
            ?? throw new ArgumentOutOfRangeException(nameof(trainSchema), $"Could not find feature column '{featureColumnName}'")).Type;
        Mapper = model as IValueMapper
            ?? throw new ArgumentException($"A model that scores features was expected. Received: {model.GetType()}.", nameof(model));
    }

    /// <summary>The name of the feature column.</summary>
    public string FeatureColumnName { get; }

    /// <summary>The type of the feature column.</summary>
    public DataViewType FeatureColumnType { get; }

    private protected IValueMapper Mapper { get; }

    /// <inheritdoc/>
    public sealed override DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return new ColumnBindings(inputSchema, MakeRowMapper(inputSchema).OutputColumns, appendAll: true).Schema;
    }

    private protected sealed override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var feature = inputSchema.GetColumnOrNull(FeatureColumnName)
            ?? throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find feature column '{FeatureColumnName}'");
        if (!feature.Type.Equals(FeatureColumnType))
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputSchema), $"Schema mismatch for feature column '{FeatureColumnName}': expected {FeatureColumnType}, got {feature.Type}");
        }

        return MakeScorer(inputSchema, feature);
    }

    /// <summary>The columns that the scorer adds to a schema whose feature column has been checked.</summary>
    private protected abstract IRowMapper MakeScorer(DataViewSchema inputSchema, DataViewSchema.Column feature);
}
