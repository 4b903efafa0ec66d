namespace Microsoft.ML.Data;

/// <summary>Maps rows one by one.</summary>
public interface IRowToRowMapper
{
    /// <summary>The columns of the rows that go in.</summary>
    DataViewSchema InputSchema { get; }

    /// <summary>The columns of the rows that come out.</summary>
    DataViewSchema OutputSchema { get; }

    /// <summary>The input columns that some output columns are made of.</summary>
    IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns);

    /// <summary>The output row that belongs to <paramref name="input"/> wherever it moves.</summary>
    DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns);
}
