using Microsoft.ML;

namespace Microsoft.Data.Analysis;

/// <content>The column as one of an <see cref="IDataView"/>, and made of one.</content>
public abstract partial class DataFrameColumn
{
    /// <summary>A <see cref="ValueGetter{TValue}"/> for the row that a cursor stands at.</summary>
    protected internal virtual Delegate GetDataViewGetter(DataViewRowCursor cursor) => throw new NotImplementedException();

    /// <summary>Adds the column to a schema.</summary>
    protected internal virtual void AddDataViewColumn(DataViewSchema.Builder builder) => throw new NotImplementedException();

    /// <summary>The getter that <see cref="AddValueUsingCursor"/> wants.</summary>
    protected internal virtual Delegate GetValueGetterUsingCursor(DataViewRowCursor cursor, DataViewSchema.Column schemaColumn) =>
        throw new NotImplementedException();

    /// <summary>Adds the value of the row that a cursor stands at.</summary>
    protected internal virtual void AddValueUsingCursor(DataViewRowCursor cursor, Delegate ValueGetter) => throw new NotImplementedException();
}
