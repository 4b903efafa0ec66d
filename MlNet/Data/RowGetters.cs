using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Getters of columns whose type is only known at run time.</summary>
internal static class RowGetters
{
    /// <summary>The getter of a column, a <c>ValueGetter</c> of its raw type.</summary>
    internal static Delegate Create(DataViewRow row, DataViewSchema.Column column) =>
        (Delegate)typeof(RowGetters).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(column.Type.RawType).Invoke(null, [row, column])!;

    private static ValueGetter<T> Typed<T>(DataViewRow row, DataViewSchema.Column column) => row.GetGetter<T>(column);
}
