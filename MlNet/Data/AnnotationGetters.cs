namespace Microsoft.ML.Data;

/// <summary>Getters over values that users give for annotations.</summary>
internal static class AnnotationGetters
{
    internal static Delegate Create<T>(T value, DataViewType type)
    {
        if (value is string text && type is TextDataViewType)
            return (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> destination) => destination = text.AsMemory());
        if (value is string[] texts && type is VectorDataViewType { ItemType: TextDataViewType })
            return Vector(Array.ConvertAll(texts, item => item.AsMemory()));
        if (value is Array && typeof(T).IsArray && type is VectorDataViewType vector && typeof(T).GetElementType() == vector.ItemType.RawType)
        {
            var method = typeof(AnnotationGetters).GetMethod(nameof(Vector), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
            return (Delegate)method.MakeGenericMethod(vector.ItemType.RawType).Invoke(null, [value])!;
        }

        if (typeof(T) != type.RawType)
            throw new ArgumentException($"An annotation of type {type} needs a value of {type.RawType}. Received: {typeof(T)}.", nameof(value));
        return (ValueGetter<T>)((ref T destination) => destination = value);
    }

    internal static ValueGetter<VBuffer<TItem>> Vector<TItem>(TItem[] items)
    {
        var buffer = new VBuffer<TItem>(items.Length, items);
        return (ref VBuffer<TItem> destination) => buffer.CopyTo(ref destination);
    }
}
