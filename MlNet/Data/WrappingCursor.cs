namespace Microsoft.ML.Data;

/// <summary>A cursor that takes position, batch and identity from the one it wraps, and owns it.</summary>
internal abstract class WrappingCursor(DataViewRowCursor source) : DataViewRowCursor
{
    public override long Position => Source.Position;

    public override long Batch => Source.Batch;

    protected DataViewRowCursor Source { get; } = source;

    public override ValueGetter<DataViewRowId> GetIdGetter() => Source.GetIdGetter();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Source.Dispose();
    }
}
