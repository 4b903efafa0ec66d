namespace Microsoft.ML.Data;

/// <summary>The rows of another cursor that pass a test, counted anew.</summary>
/// <param name="rows">The other cursor.</param>
/// <param name="active">Which columns are active, by index; the other cursor may have more for the test.</param>
/// <param name="passes">Tests the row that the other cursor stands on; asked once a row.</param>
internal sealed class SelectedRowsCursor(DataViewRowCursor rows, bool[] active, Func<bool> passes) : WrappingCursor(rows)
{
    private long _position = -1;

    public override long Position => _position;

    public override DataViewSchema Schema => Source.Schema;

    public override bool MoveNext()
    {
        while (Source.MoveNext())
        {
            if (!passes())
                continue;
            _position++;
            return true;
        }

        _position = -1;
        return false;
    }

    public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(active, column);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        RowColumns.CheckActive(active, column);
        return Source.GetGetter<TValue>(column);
    }
}
