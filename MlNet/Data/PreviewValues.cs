using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Values of any column as objects.</summary>
internal static class PreviewValues
{
    internal static Func<object> Create(DataViewRow row, DataViewSchema.Column column) =>
        (Func<object>)typeof(PreviewValues).GetMethod(nameof(Boxed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(column.Type.RawType).Invoke(null, [row, column])!;

    private static Func<object> Boxed<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var get = row.GetGetter<T>(column);
        return () =>
        {
            T value = default!;
            get(ref value);
            return value!;
        };
    }
}
