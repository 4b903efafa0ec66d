namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>What a tensor is made of. Whole numbers of every width and truth values (0 and 1) are computed with as Int64 and cut to their width afterwards.</summary>
public enum ElementType
{
    Single,
    Double,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
}
