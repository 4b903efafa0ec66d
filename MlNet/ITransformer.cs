using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>A fitted step: makes a view of another, lazily.</summary>
public interface ITransformer : ICanSaveModel
{
    /// <summary>True when each output row comes of exactly one input row.</summary>
    bool IsRowToRowMapper { get; }

    /// <summary>The columns that come of these columns.</summary>
    DataViewSchema GetOutputSchema(DataViewSchema inputSchema);

    /// <summary>The transformed view.</summary>
    IDataView Transform(IDataView input);

    /// <summary>The mapping of single rows.</summary>
    /// <exception cref="InvalidOperationException"><see cref="IsRowToRowMapper"/> is false.</exception>
    IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema);
}
