namespace Microsoft.ML;

/// <summary>A step still to be fitted.</summary>
public interface IEstimator<out TTransformer>
    where TTransformer : ITransformer
{
    /// <summary>Fits the step on data.</summary>
    TTransformer Fit(IDataView input);

    /// <summary>The shape of the columns that will come of these columns; throws where a column is missing or of a wrong type.</summary>
    SchemaShape GetOutputSchema(SchemaShape inputSchema);
}
