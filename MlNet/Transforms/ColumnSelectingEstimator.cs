using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Keeps or drops columns.</summary>
public sealed class ColumnSelectingEstimator : TrivialEstimator<ColumnSelectingTransformer>
{
    internal ColumnSelectingEstimator(IHostEnvironment environment, string[] columnNames, bool keepColumns, bool keepHidden, bool ignoreMissing)
        : base(
            environment.Register(nameof(ColumnSelectingEstimator)),
            new ColumnSelectingTransformer(environment.Register(nameof(ColumnSelectingTransformer)), columnNames, keepColumns, keepHidden, ignoreMissing))
    {
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => Transformer.GetOutputShape(inputSchema);
}
