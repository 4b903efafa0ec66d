using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>A transformer that makes each of its output columns of one input column.</summary>
public abstract class OneToOneTransformerBase : RowToRowTransformerBase
{
    private protected OneToOneTransformerBase(IHost host, (string Output, string Input)[] columns)
        : base(host)
    {
        Columns = columns;
    }

    private protected (string Output, string Input)[] Columns { get; }

    private protected DataViewSchema.Column[] InputColumnsOf(DataViewSchema inputSchema) =>
        Array.ConvertAll(Columns, pair => inputSchema.GetColumnOrNull(pair.Input)
            ?? throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find input column '{pair.Input}'"));
}
