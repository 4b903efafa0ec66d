using System.Globalization;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>What is known about the slots of vectors that stand for keys.</summary>
internal static class KeyToVectorAnnotations
{
    internal static DataViewSchema.Annotations Of(DataViewSchema.Column input, VectorDataViewType output, bool isSingle, bool countVector)
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        var vector = input.Type as VectorDataViewType;
        var slots = vector?.Size ?? 1;
        var size = output.Dimensions[^1];
        if (output.IsKnownSize && input.HasKeyValues(TextDataViewType.Instance))
        {
            var values = default(VBuffer<ReadOnlyMemory<char>>);
            input.GetKeyValues(ref values);
            ReadOnlyMemory<char>[] keys = [.. values.DenseValues()];
            annotations.Add(
                AnnotationKinds.SlotNames,
                isSingle ? new VectorDataViewType(TextDataViewType.Instance, size) : new VectorDataViewType(TextDataViewType.Instance, output.Dimensions),
                AnnotationGetters.Vector(isSingle ? keys : Combined(input, slots, keys)));
        }

        if (!countVector && slots > 0)
        {
            var ranges = new int[2 * slots];
            for (var slot = 0; slot < slots; slot++)
                (ranges[2 * slot], ranges[(2 * slot) + 1]) = (slot * size, ((slot + 1) * size) - 1);
            annotations.Add(AnnotationKinds.CategoricalSlotRanges, new VectorDataViewType(NumberDataViewType.Int32, slots, 2), AnnotationGetters.Vector(ranges));
        }

        if (!countVector || slots == 1)
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
        return annotations.ToAnnotations();
    }

    // The name of the key's slot, or its number in brackets, and the name of the key.
    private static ReadOnlyMemory<char>[] Combined(DataViewSchema.Column input, int slots, ReadOnlyMemory<char>[] keys)
    {
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        if (input.HasSlotNames())
            input.GetSlotNames(ref names);
        ReadOnlyMemory<char>[] prefixes = names.Length == slots ? [.. names.DenseValues()] : new ReadOnlyMemory<char>[slots];
        return [.. Enumerable.Range(0, slots).SelectMany(slot => keys.Select(key =>
        {
            var prefix = prefixes[slot].IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"[{slot}]") : prefixes[slot].ToString();
            return $"{prefix}.{key}".AsMemory();
        }))];
    }
}
