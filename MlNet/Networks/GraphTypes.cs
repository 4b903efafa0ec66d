using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Transforms;

/// <summary>The element types of tensors as those of columns.</summary>
internal static class GraphTypes
{
    internal static PrimitiveDataViewType ColumnTypeOf(ElementType type) => type switch
    {
        ElementType.Single => NumberDataViewType.Single,
        ElementType.Double => NumberDataViewType.Double,
        ElementType.Boolean => BooleanDataViewType.Instance,
        ElementType.SByte => NumberDataViewType.SByte,
        ElementType.Byte => NumberDataViewType.Byte,
        ElementType.Int16 => NumberDataViewType.Int16,
        ElementType.UInt16 => NumberDataViewType.UInt16,
        ElementType.Int32 => NumberDataViewType.Int32,
        ElementType.UInt32 => NumberDataViewType.UInt32,
        ElementType.Int64 => NumberDataViewType.Int64,
        _ => NumberDataViewType.UInt64,
    };

    /// <summary>A getter of a vector column, whose values are those of the tensor at hand.</summary>
    internal static Delegate Getter(ElementType type, Func<DenseTensor> current) => type switch
    {
        ElementType.Single => Getter(current, tensor => tensor.Singles),
        ElementType.Double => Getter(current, tensor => tensor.Doubles),
        ElementType.Boolean => Whole(current, number => number != 0),
        ElementType.SByte => Whole(current, number => unchecked((sbyte)number)),
        ElementType.Byte => Whole(current, number => unchecked((byte)number)),
        ElementType.Int16 => Whole(current, number => unchecked((short)number)),
        ElementType.UInt16 => Whole(current, number => unchecked((ushort)number)),
        ElementType.Int32 => Whole(current, number => unchecked((int)number)),
        ElementType.UInt32 => Whole(current, number => unchecked((uint)number)),
        ElementType.Int64 => Whole(current, number => number),
        _ => Whole(current, number => unchecked((ulong)number)),
    };

    /// <summary>Reads a column, a vector or a single value, as a tensor of a shape, row by row.</summary>
    /// <exception cref="InvalidOperationException">A vector has not as many values as the shape.</exception>
    internal static Func<DenseTensor> Reader(DataViewRow row, DataViewSchema.Column column, ElementType type, int[] shape) => type switch
    {
        ElementType.Single => Reader<float>(row, column, shape, values => DenseTensor.OfSingles(values, shape)),
        ElementType.Double => Reader<double>(row, column, shape, values => DenseTensor.OfDoubles(values, shape)),
        ElementType.Boolean => WholeReader<bool>(row, column, type, shape, value => value ? 1 : 0),
        ElementType.SByte => WholeReader<sbyte>(row, column, type, shape, value => value),
        ElementType.Byte => WholeReader<byte>(row, column, type, shape, value => value),
        ElementType.Int16 => WholeReader<short>(row, column, type, shape, value => value),
        ElementType.UInt16 => WholeReader<ushort>(row, column, type, shape, value => value),
        ElementType.Int32 => WholeReader<int>(row, column, type, shape, value => value),
        ElementType.UInt32 => WholeReader<uint>(row, column, type, shape, value => value),
        ElementType.Int64 => WholeReader<long>(row, column, type, shape, value => value),
        _ => WholeReader<ulong>(row, column, type, shape, value => unchecked((long)value)),
    };

    private delegate ReadOnlySpan<T> ValuesOf<T>(DenseTensor tensor);

    private static ValueGetter<VBuffer<T>> Getter<T>(Func<DenseTensor> current, ValuesOf<T> values) => (ref VBuffer<T> value) =>
    {
        var source = values(current());
        var editor = VBufferEditor.Create(ref value, source.Length);
        source.CopyTo(editor.Values);
        value = editor.Commit();
    };

    private static ValueGetter<VBuffer<T>> Whole<T>(Func<DenseTensor> current, Func<long, T> convert) => (ref VBuffer<T> value) =>
    {
        var source = current().Integers;
        var editor = VBufferEditor.Create(ref value, source.Length);
        for (var i = 0; i < source.Length; i++)
            editor.Values[i] = convert(source[i]);
        value = editor.Commit();
    };

    private static Func<DenseTensor> WholeReader<T>(DataViewRow row, DataViewSchema.Column column, ElementType type, int[] shape, Func<T, long> convert) =>
        Reader<T>(row, column, shape, values => DenseTensor.OfIntegers(type, Array.ConvertAll(values, value => convert(value)), shape));

    private static Func<DenseTensor> Reader<T>(DataViewRow row, DataViewSchema.Column column, int[] shape, Func<T[], DenseTensor> make)
    {
        var count = shape.Aggregate(1, (product, size) => product * size);
        if (column.Type is not VectorDataViewType)
        {
            var single = row.GetGetter<T>(column);
            return () =>
            {
                T value = default!;
                single(ref value);
                return make([value]);
            };
        }

        var getter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> vector = default;
        return () =>
        {
            getter(ref vector);
            if (vector.Length != count)
                throw new InvalidOperationException($"The input '{column.Name}' of a graph, of shape [{string.Join(", ", shape)}], was given a vector of {vector.Length}.");
            var values = new T[count];
            vector.CopyTo(values);
            return make(values);
        };
    }
}
