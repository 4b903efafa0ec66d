namespace Microsoft.ML.Data;

/// <summary>The annotations of a vector put together from columns.</summary>
internal static class SlotAnnotations
{
    /// <summary>Slot names "column.slot" where a part has names, else the column's name; IsNormalized where every part is.</summary>
    internal static DataViewSchema.Annotations Of(DataViewSchema.Column[] sources, int size)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        if (Array.TrueForAll(sources, source => source.IsNormalized()))
            builder.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
        if (size > 0 && Array.Exists(sources, source => source.Type is not VectorDataViewType || source.HasSlotNames()))
            builder.Add(AnnotationKinds.SlotNames, new VectorDataViewType(TextDataViewType.Instance, size), AnnotationGetters.Vector(Names(sources, size)));
        return builder.ToAnnotations();
    }

    private static ReadOnlyMemory<char>[] Names(DataViewSchema.Column[] sources, int size)
    {
        var names = new ReadOnlyMemory<char>[size];
        var start = 0;
        foreach (var source in sources)
        {
            if (source.Type is not VectorDataViewType vector)
            {
                names[start++] = source.Name.AsMemory();
                continue;
            }

            if (source.HasSlotNames())
            {
                var slots = default(VBuffer<ReadOnlyMemory<char>>);
                source.GetSlotNames(ref slots);
                foreach (var slot in slots.Items())
                {
                    if (!slot.Value.IsEmpty)
                        names[start + slot.Key] = sources.Length == 1 ? slot.Value : $"{source.Name}.{slot.Value}".AsMemory();
                }
            }

            start += vector.Size;
        }

        return names;
    }
}
