using Microsoft.ML.Data;
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
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        var name = _transformer.InputName;
        if (!inputSchema.TryFindColumn(name, out var input))
            throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find input column '{name}'");
        if (input.Kind == SchemaShape.Column.VectorKind.Scalar || input.IsKey || !input.ItemType.Equals(NumberDataViewType.Single))
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputSchema), $"Schema mismatch for input column '{name}': expected Vector<Single>, got {input.TypeText}");
        }

        return inputSchema.With(_transformer.OutputColumns.Select(column => new SchemaShape.Column(column.Name, column.Type)));
    }

    /// <summary>The transformer, after a check that it fits the columns.</summary>
    public TensorFlowTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _transformer.GetOutputSchema(input.Schema);
        return _transformer;
    }
}
