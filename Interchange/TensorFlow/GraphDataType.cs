namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>Types of a tensor's elements. The numbers are TensorFlow's own.</summary>
public enum GraphDataType
{
    Single = 1,
    Double = 2,
    Int32 = 3,
    Byte = 4,
    Int16 = 5,
    SByte = 6,
    Text = 7,
    Int64 = 9,
    Boolean = 10,
    UInt16 = 17,
    Half = 19,
    UInt32 = 22,
    UInt64 = 23,
}
