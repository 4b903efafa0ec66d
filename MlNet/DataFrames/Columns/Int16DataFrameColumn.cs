namespace Microsoft.Data.Analysis;

/// <summary>A column of 16-bit integers.</summary>
public partial class Int16DataFrameColumn : PrimitiveDataFrameColumn<short>
{
    public Int16DataFrameColumn(string name, IEnumerable<short?> values)
        : base(name, values)
    {
    }

    public Int16DataFrameColumn(string name, IEnumerable<short> values)
        : base(name, values)
    {
    }

    /// <summary>A column of nulls.</summary>
    public Int16DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    /// <inheritdoc cref="PrimitiveDataFrameColumn{T}(string, ReadOnlyMemory{byte}, ReadOnlyMemory{byte}, int, int)"/>
    public Int16DataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    protected override PrimitiveDataFrameColumn<short> CreateNewColumn(string name, long length = 0) => new Int16DataFrameColumn(name, length);
}
