using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Google.Protobuf;
using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.TensorFlow.Wire;

namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>A constant of a graph: its element type, its shape and its values, row-major.</summary>
public sealed class GraphTensor
{
    private const int LargestRepeated = 64 << 20;

    private readonly WireTensor _wire;

    private GraphTensor(WireTensor wire, ImmutableArray<int> shape)
    {
        _wire = wire;
        Shape = shape;
        Count = shape.Aggregate(1, (product, size) => product * size);
    }

    public GraphDataType Type => (GraphDataType)_wire.Type;

    /// <summary>The size along each axis, slowest first; none for a scalar.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>How many values there are, the product of the shape.</summary>
    public int Count { get; }

    internal WireTensor Wire => _wire;

    /// <summary>A tensor of Single.</summary>
    /// <exception cref="ArgumentException">The shape calls for another number of values.</exception>
    public static GraphTensor OfSingles(ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) => Make(GraphDataType.Single, values, shape);

    /// <summary>A tensor of Int32.</summary>
    /// <exception cref="ArgumentException">The shape calls for another number of values.</exception>
    public static GraphTensor OfIntegers(ReadOnlySpan<int> values, params ReadOnlySpan<int> shape)
    {
        var tensor = Make(GraphDataType.Int32, values, shape);
        if (!shape.IsEmpty)
            return tensor;

        // A scalar is listed, as TensorFlow does it: OpenCV looks for axes nowhere else.
        tensor._wire.Content = ByteString.Empty;
        tensor._wire.Integers.Add(values[0]);
        return tensor;
    }

    /// <summary>The values of a tensor of Single, Half or Double.</summary>
    /// <exception cref="InvalidDataException">The tensor has other elements, or another number of them than its shape says.</exception>
    public float[] ToSingles() => Type switch
    {
        GraphDataType.Single => Values<float>(_wire.Singles),
        GraphDataType.Half => Array.ConvertAll(Values(_wire.Halves, bits => unchecked((ushort)bits)), bits => (float)BitConverter.UInt16BitsToHalf(bits)),
        GraphDataType.Double => Array.ConvertAll(Values<double>(_wire.Doubles), value => (float)value),
        _ => throw new InvalidDataException($"A constant of the graph has elements of type {Type}; expected Single."),
    };

    /// <summary>The values of a tensor of Double.</summary>
    /// <exception cref="InvalidDataException">The tensor has other elements, or another number of them than its shape says.</exception>
    public double[] ToDoubles() => Type == GraphDataType.Double
        ? Values<double>(_wire.Doubles)
        : throw new InvalidDataException($"A constant of the graph has elements of type {Type}; expected Double.");

    /// <summary>The values of a tensor of whole numbers, or truth values as 0 and 1.</summary>
    /// <exception cref="InvalidDataException">The tensor has other elements, or another number of them than its shape says.</exception>
    public long[] ToIntegers() => Type switch
    {
        GraphDataType.Int32 => Array.ConvertAll(Values<int>(_wire.Integers), value => (long)value),
        GraphDataType.Int64 => Values<long>(_wire.Longs),
        GraphDataType.Byte => Array.ConvertAll(Values(_wire.Integers, value => unchecked((byte)value)), value => (long)value),
        GraphDataType.SByte => Array.ConvertAll(Values(_wire.Integers, value => unchecked((sbyte)value)), value => (long)value),
        GraphDataType.Int16 => Array.ConvertAll(Values(_wire.Integers, value => unchecked((short)value)), value => (long)value),
        GraphDataType.UInt16 => Array.ConvertAll(Values(_wire.Integers, value => unchecked((ushort)value)), value => (long)value),
        GraphDataType.Boolean => Array.ConvertAll(Values(_wire.Truths, value => value ? (byte)1 : (byte)0), value => value != 0 ? 1L : 0L),
        _ => throw new InvalidDataException($"A constant of the graph has elements of type {Type}; expected Int32 or Int64."),
    };

    internal static GraphTensor Read(WireTensor wire, string node)
    {
        var shape = ImmutableArray.CreateBuilder<int>();
        long count = 1;
        foreach (var dimension in wire.Shape?.Dimensions ?? [])
        {
            if (dimension.Size is < 0 or > int.MaxValue || (count *= dimension.Size) > Array.MaxLength)
                throw new InvalidDataException($"The constant '{node}' of the graph has an impossible shape.");
            shape.Add((int)dimension.Size);
        }

        return new GraphTensor(wire, shape.ToImmutable());
    }

    private static GraphTensor Make<T>(GraphDataType type, ReadOnlySpan<T> values, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var bytes = new ByteWriter();
        bytes.WriteValues(values);
        var wire = new WireTensor { Type = (int)type, Shape = new(), Content = UnsafeByteOperations.UnsafeWrap(bytes.Written) };
        foreach (var size in shape)
            wire.Shape.Dimensions.Add(new WireShape.Types.Dimension { Size = size });
        var tensor = new GraphTensor(wire, [.. shape]);
        return tensor.Count == values.Length
            ? tensor
            : throw new ArgumentException($"A tensor of shape {string.Join(" x ", tensor.Shape)} has {tensor.Count} values. Received: {values.Length}.");
    }

    private T[] Values<T>(IReadOnlyList<T> listed)
        where T : unmanaged => Values(listed, value => value);

    /// <summary>The values: raw in their own width, or listed in that of another type.</summary>
    private T[] Values<TListed, T>(IReadOnlyList<TListed> listed, Func<TListed, T> convert)
        where T : unmanaged
    {
        if (!_wire.Content.IsEmpty || Count == 0)
        {
            var values = new ByteReader(_wire.Content.Memory, "A constant of the graph");
            return (long)Count * Marshal.SizeOf<T>() == values.Length
                ? values.ReadValues<T>(Count)
                : throw values.Fault($"{Count} values of {typeof(T).Name} were announced, but {values.Length} bytes are there");
        }

        // A short list stands for a tensor whose last value is repeated; the list itself bounds nothing, so a limit does.
        if (listed.Count == 0 || listed.Count > Count || Count > LargestRepeated)
            throw new InvalidDataException($"A constant of the graph has {listed.Count} values; its shape calls for {Count}.");
        var filled = new T[Count];
        for (var i = 0; i < Count; i++)
            filled[i] = convert(listed[Math.Min(i, listed.Count - 1)]);
        return filled;
    }
}
