using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Google.Protobuf;
using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Onnx.Wire;

namespace MlNetFashion.Interchange.Onnx;

/// <summary>A tensor of a model, such as the weights of a layer: its element type, its shape and its values, row-major.</summary>
public sealed class OnnxTensor
{
    private OnnxTensor(WireTensor wire, ImmutableArray<int> shape)
    {
        Wire = wire;
        Shape = shape;
        Count = shape.Aggregate(1, (product, size) => product * size);
    }

    public string Name => Wire.Name;

    public OnnxDataType Type => (OnnxDataType)Wire.Type;

    /// <summary>The size along each axis, slowest first; none for a scalar.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>How many values there are, the product of the shape.</summary>
    public int Count { get; }

    internal WireTensor Wire { get; }

    /// <summary>A tensor of Single.</summary>
    /// <exception cref="ArgumentException">The shape calls for another number of values.</exception>
    public static OnnxTensor OfSingles(string name, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) => Make(name, OnnxDataType.Single, values, shape);

    /// <summary>A tensor of Int64, the type of shapes and axes.</summary>
    /// <exception cref="ArgumentException">The shape calls for another number of values.</exception>
    public static OnnxTensor OfIntegers(string name, ReadOnlySpan<long> values, params ReadOnlySpan<int> shape) => Make(name, OnnxDataType.Int64, values, shape);

    /// <summary>Reads a tensor that stands in a file of its own, as in ONNX's test sets.</summary>
    /// <exception cref="InvalidDataException">The bytes are no tensor.</exception>
    public static OnnxTensor Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Read(WireTensor.Parser.ParseFrom(bytes));
        }
        catch (InvalidProtocolBufferException fault)
        {
            throw new InvalidDataException($"The file is no ONNX tensor: {fault.Message}", fault);
        }
    }

    /// <summary>The values of a tensor of Single, Half or Double.</summary>
    /// <exception cref="InvalidDataException">The tensor has other elements, or another number of them than its shape says.</exception>
    public float[] ToSingles() => Type switch
    {
        OnnxDataType.Single => Values<float>(Wire.Singles),
        OnnxDataType.Half => Array.ConvertAll(Values(Wire.Integers, bits => unchecked((ushort)bits)), bits => (float)BitConverter.UInt16BitsToHalf(bits)),
        OnnxDataType.Double => Array.ConvertAll(Values<double>(Wire.Doubles), value => (float)value),
        _ => throw new InvalidDataException($"The ONNX tensor '{Name}' has elements of type {Type}; expected Single."),
    };

    /// <summary>The values of a tensor of Double.</summary>
    /// <exception cref="InvalidDataException">The tensor has other elements, or another number of them than its shape says.</exception>
    public double[] ToDoubles() => Type == OnnxDataType.Double
        ? Values<double>(Wire.Doubles)
        : throw new InvalidDataException($"The ONNX tensor '{Name}' has elements of type {Type}; expected Double.");

    /// <summary>The values of a tensor of whole numbers, or truth values as 0 and 1.</summary>
    /// <exception cref="InvalidDataException">The tensor has other elements, or another number of them than its shape says.</exception>
    public long[] ToIntegers() => Type switch
    {
        OnnxDataType.Int64 => Values<long>(Wire.Longs),
        OnnxDataType.Int32 => Array.ConvertAll(Values<int>(Wire.Integers), value => (long)value),
        OnnxDataType.Boolean => Array.ConvertAll(Values(Wire.Integers, value => (byte)(value != 0 ? 1 : 0)), value => value != 0 ? 1L : 0L),
        OnnxDataType.Byte => Array.ConvertAll(Values(Wire.Integers, value => unchecked((byte)value)), value => (long)value),
        OnnxDataType.SByte => Array.ConvertAll(Values(Wire.Integers, value => unchecked((sbyte)value)), value => (long)value),
        OnnxDataType.UInt16 => Array.ConvertAll(Values(Wire.Integers, value => unchecked((ushort)value)), value => (long)value),
        OnnxDataType.Int16 => Array.ConvertAll(Values(Wire.Integers, value => unchecked((short)value)), value => (long)value),
        OnnxDataType.UInt32 => Array.ConvertAll(Values(Wire.Unsigned, value => unchecked((uint)value)), value => (long)value),
        OnnxDataType.UInt64 => Array.ConvertAll(Values<ulong>(Wire.Unsigned), value => unchecked((long)value)),
        _ => throw new InvalidDataException($"The ONNX tensor '{Name}' has elements of type {Type}; expected Int64 or Int32."),
    };

    internal static OnnxTensor Read(WireTensor wire)
    {
        if (wire.Location != 0)
            throw new InvalidDataException($"The values of the ONNX tensor '{wire.Name}' lie in another file; expected them in the model itself.");
        long count = 1;
        foreach (var size in wire.Shape)
        {
            if (size is < 0 or > int.MaxValue || (count *= size) > Array.MaxLength)
                throw new InvalidDataException($"The ONNX tensor '{wire.Name}' has the impossible shape [{string.Join(", ", wire.Shape.Take(16))}].");
        }

        return new OnnxTensor(wire, [.. wire.Shape.Select(size => (int)size)]);
    }

    private static OnnxTensor Make<T>(string name, OnnxDataType type, ReadOnlySpan<T> values, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var bytes = new ByteWriter();
        bytes.WriteValues(values);
        var wire = new WireTensor { Name = name, Type = (int)type, Content = UnsafeByteOperations.UnsafeWrap(bytes.Written) };
        foreach (var size in shape)
            wire.Shape.Add(size);
        var tensor = new OnnxTensor(wire, [.. shape]);
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
        if (Wire.Content.IsEmpty && listed.Count == Count)
            return [.. listed.Select(convert)];
        if (Wire.Content.IsEmpty)
            throw new InvalidDataException($"The ONNX tensor '{Name}' has {listed.Count} values; its shape calls for {Count}.");
        var values = new ByteReader(Wire.Content.Memory, $"The ONNX tensor '{Name}'");
        return (long)Count * Marshal.SizeOf<T>() == values.Length
            ? values.ReadValues<T>(Count)
            : throw values.Fault($"{Count} values of {typeof(T).Name} were announced, but {values.Length} bytes are there");
    }
}
