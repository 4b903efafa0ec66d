using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>One row: values are fetched through getters that stay valid while the row moves.</summary>
public abstract class DataViewRow : IDisposable
{
    /// <summary>Number of the row in its stream, from 0; -1 before the first and after the last row.</summary>
    public abstract long Position { get; }

    /// <summary>Groups rows of cursors of one set: sorting by batch restores the order of the view.</summary>
    public abstract long Batch { get; }

    /// <summary>The columns.</summary>
    public abstract DataViewSchema Schema { get; }

    /// <summary>A getter of the row's identity.</summary>
    public abstract ValueGetter<DataViewRowId> GetIdGetter();

    /// <summary>True when <paramref name="column"/> was asked for and so can be fetched.</summary>
    public abstract bool IsColumnActive(DataViewSchema.Column column);

    /// <summary>A getter of an active column's values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is not active.</exception>
    /// <exception cref="InvalidOperationException"><typeparamref name="TValue"/> is not the column's raw type.</exception>
    public abstract ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column);

    /// <summary>Frees what the row holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }
}
