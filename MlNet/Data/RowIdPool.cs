namespace Microsoft.ML.Data;

/// <summary>The identities of rows read ahead.</summary>
internal sealed class RowIdPool(DataViewRow row, int size)
{
    private readonly ValueGetter<DataViewRowId> _getter = row.GetIdGetter();
    private readonly DataViewRowId[] _ids = new DataViewRowId[size];

    internal DataViewRowId this[int slot] => _ids[slot];

    internal void Store(int slot) => _getter(ref _ids[slot]);
}
