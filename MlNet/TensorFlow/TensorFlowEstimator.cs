using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Adds columns with the values of a TensorFlow graph's nodes. It has nothing to learn.</summary>
public sealed class TensorFlowEstimator : IEstimator<TensorFlowTransformer>
{
    private readonly TensorFlowTransformer _transformer;

    internal TensorFlowEstimator(IHostEnvironment environment, TensorFlowTransformer transformer)
    {
        environment.Register(nameof(TensorFlowEstimator));
        _transformer = transformer;
    }

    /// <summary>The columns to come.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input column is not there, or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => NetworkShapes.Check(inputSchema, _transformer.InputColumns, _transformer.OutputColumns);

    /// <summary>The transformer, after a check that it fits the columns.</summary>
    public TensorFlowTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _transformer.GetOutputSchema(input.Schema);
        return _transformer;
    }
}
