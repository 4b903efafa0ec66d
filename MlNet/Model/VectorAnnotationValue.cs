using Microsoft.ML.Data;

namespace Microsoft.ML.Model;

/// <summary>An annotation that is a vector.</summary>
internal sealed class VectorAnnotationValue<T> : AnnotationValue
{
    internal override object ToIdv(DataViewSchema.Annotations annotations, string name)
    {
        VBuffer<T> value = default;
        annotations.GetValue(name, ref value);
        var items = new T[value.Length];
        value.CopyTo(items);
        return items switch
        {
            ReadOnlyMemory<char>[] texts => Array.ConvertAll(texts, text => text.ToString()),
            DataViewRowId[] ids => Array.ConvertAll(ids, id => (UInt128)ToPlain(id)),
            _ => items,
        };
    }

    internal override Delegate FromIdv(object value)
    {
        var items = value as T[] ?? ((Array)value).Cast<object>().Select(FromPlain<T>).ToArray();
        var buffer = new VBuffer<T>(items.Length, items);
        return (ValueGetter<VBuffer<T>>)((ref VBuffer<T> destination) => buffer.CopyTo(ref destination));
    }
}
