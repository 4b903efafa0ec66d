using Microsoft.ML.Data;

namespace Microsoft.ML.Model;

/// <summary>The value of an annotation between a getter and the plain objects of an IDV file.</summary>
internal abstract class AnnotationValue
{
    internal static AnnotationValue Create(DataViewType type) => (AnnotationValue)Activator.CreateInstance(
        type is VectorDataViewType vector
            ? typeof(VectorAnnotationValue<>).MakeGenericType(vector.ItemType.RawType)
            : typeof(ScalarAnnotationValue<>).MakeGenericType(type.RawType))!;

    internal abstract object ToIdv(DataViewSchema.Annotations annotations, string name);

    internal abstract Delegate FromIdv(object value);

    private protected static object ToPlain<T>(T value) => value switch
    {
        ReadOnlyMemory<char> text => text.ToString(),
        DataViewRowId id => new UInt128(id.High, id.Low),
        _ => value!,
    };

    private protected static T FromPlain<T>(object value) => value switch
    {
        string text => (T)(object)text.AsMemory(),
        UInt128 id => (T)(object)new DataViewRowId((ulong)id, (ulong)(id >> 64)),
        _ => (T)value,
    };
}
