namespace Microsoft.ML.Transforms;

/// <summary>A table of keys and values.</summary>
internal abstract class ValueMap
{
    internal static ValueMap Create(IDataView lookup, DataViewSchema.Column key, DataViewSchema.Column value)
    {
        var map = (ValueMap)Activator.CreateInstance(typeof(ValueMap<,>).MakeGenericType(key.Type.RawType, value.Type.RawType), key, value)!;
        map.Fill(lookup);
        return map;
    }

    /// <exception cref="InvalidOperationException">A key stands in the table twice.</exception>
    private protected abstract void Fill(IDataView lookup);

    /// <summary>The table as a view with the columns Key and Value.</summary>
    internal abstract IDataView ToView();

    /// <summary>A getter of mapped values over a column of single keys or of vectors of keys.</summary>
    internal abstract Delegate CreateGetter(DataViewRow row, DataViewSchema.Column column);
}
