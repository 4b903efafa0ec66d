using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Copies columns.</summary>
public sealed class ColumnCopyingEstimator : TrivialEstimator<ColumnCopyingTransformer>
{
    private readonly (string Output, string Input)[] _columns;

    internal ColumnCopyingEstimator(IHostEnvironment environment, params (string Output, string Input)[] columns)
        : this(environment, new ColumnCopyingTransformer(environment, columns), columns)
    {
    }

    private ColumnCopyingEstimator(IHostEnvironment environment, ColumnCopyingTransformer transformer, (string Output, string Input)[] columns)
        : base(environment.Register(nameof(ColumnCopyingEstimator)), transformer)
    {
        _columns = columns;
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) =>
        inputSchema.With(_columns.Select(pair => ShapeColumns.Input(inputSchema, pair.Input).WithName(pair.Output)));
}
