using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>A mapper that scores many rows at once, ahead of the row that is read.</summary>
internal interface IScoringMapper : IRowMapper
{
    /// <summary>The columns that are read.</summary>
    DataViewSchema.Column[] Inputs { get; }

    /// <summary>The values of the wanted columns for the rows of a cursor over <see cref="Inputs"/>, which nobody else reads and which becomes the result's own.</summary>
    IScoredRows Score(DataViewRowCursor ahead, bool[] active);
}
