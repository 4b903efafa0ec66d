namespace Microsoft.Data.Analysis;

/// <summary>A column of truth values.</summary>
public partial class BooleanDataFrameColumn : PrimitiveDataFrameColumn<bool>
{
    public BooleanDataFrameColumn(string name, IEnumerable<bool?> values)
        : base(name, values)
    {
    }

    public BooleanDataFrameColumn(string name, IEnumerable<bool> values)
        : base(name, values)
    {
    }

    /// <summary>A column of nulls.</summary>
    public BooleanDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    /// <inheritdoc cref="PrimitiveDataFrameColumn{T}(string, ReadOnlyMemory{byte}, ReadOnlyMemory{byte}, int, int)"/>
    public BooleanDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    protected override PrimitiveDataFrameColumn<bool> CreateNewColumn(string name, long length = 0) => new BooleanDataFrameColumn(name, length);
}
