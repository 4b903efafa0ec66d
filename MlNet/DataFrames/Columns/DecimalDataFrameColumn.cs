namespace Microsoft.Data.Analysis;

/// <summary>A column of decimal numbers.</summary>
public partial class DecimalDataFrameColumn : PrimitiveDataFrameColumn<decimal>
{
    public DecimalDataFrameColumn(string name, IEnumerable<decimal?> values)
        : base(name, values)
    {
    }

    public DecimalDataFrameColumn(string name, IEnumerable<decimal> values)
        : base(name, values)
    {
    }

    /// <summary>A column of nulls.</summary>
    public DecimalDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    /// <inheritdoc cref="PrimitiveDataFrameColumn{T}(string, ReadOnlyMemory{byte}, ReadOnlyMemory{byte}, int, int)"/>
    public DecimalDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    protected override PrimitiveDataFrameColumn<decimal> CreateNewColumn(string name, long length = 0) => new DecimalDataFrameColumn(name, length);
}
