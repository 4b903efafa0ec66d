namespace MlNetFashion.Interchange.Onnx;

/// <summary>Types of a tensor's elements. The numbers are ONNX's own.</summary>
public enum OnnxDataType
{
    Single = 1,
    Byte = 2,
    SByte = 3,
    UInt16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    Text = 8,
    Boolean = 9,
    Half = 10,
    Double = 11,
    UInt32 = 12,
    UInt64 = 13,
}
