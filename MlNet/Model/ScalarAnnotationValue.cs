namespace Microsoft.ML.Model;

/// <summary>An annotation that is a single value.</summary>
internal sealed class ScalarAnnotationValue<T> : AnnotationValue
{
    internal override object ToIdv(DataViewSchema.Annotations annotations, string name)
    {
        T value = default!;
        annotations.GetValue(name, ref value);
        return ToPlain(value);
    }

    internal override Delegate FromIdv(object value)
    {
        var typed = FromPlain<T>(value);
        return (ValueGetter<T>)((ref T destination) => destination = typed);
    }
}
