namespace Microsoft.Data.Analysis;

/// <summary>A column of single-precision numbers.</summary>
public partial class SingleDataFrameColumn : PrimitiveDataFrameColumn<float>
{
    public SingleDataFrameColumn(string name, IEnumerable<float?> values)
        : base(name, values)
    {
    }

    public SingleDataFrameColumn(string name, IEnumerable<float> values)
        : base(name, values)
    {
    }

    /// <summary>A column of nulls.</summary>
    public SingleDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    /// <inheritdoc cref="PrimitiveDataFrameColumn{T}(string, ReadOnlyMemory{byte}, ReadOnlyMemory{byte}, int, int)"/>
    public SingleDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    protected override PrimitiveDataFrameColumn<float> CreateNewColumn(string name, long length = 0) => new SingleDataFrameColumn(name, length);
}
