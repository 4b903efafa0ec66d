using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>The rows of one group.</summary>
internal sealed class RowGrouping<TKey>(TKey key, IEnumerable<DataFrameRow> rows) : IGrouping<TKey, DataFrameRow>
{
    public TKey Key => key;

    public IEnumerator<DataFrameRow> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
