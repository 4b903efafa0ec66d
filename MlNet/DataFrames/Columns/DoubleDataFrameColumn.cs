namespace Microsoft.Data.Analysis;

/// <summary>A column of double-precision numbers.</summary>
public partial class DoubleDataFrameColumn : PrimitiveDataFrameColumn<double>
{
    public DoubleDataFrameColumn(string name, IEnumerable<double?> values)
        : base(name, values)
    {
    }

    public DoubleDataFrameColumn(string name, IEnumerable<double> values)
        : base(name, values)
    {
    }

    /// <summary>A column of nulls.</summary>
    public DoubleDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    /// <inheritdoc cref="PrimitiveDataFrameColumn{T}(string, ReadOnlyMemory{byte}, ReadOnlyMemory{byte}, int, int)"/>
    public DoubleDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    protected override PrimitiveDataFrameColumn<double> CreateNewColumn(string name, long length = 0) => new DoubleDataFrameColumn(name, length);
}
