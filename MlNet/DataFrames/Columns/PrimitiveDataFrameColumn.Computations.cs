namespace Microsoft.Data.Analysis;

/// <content>What is computed of the values of this one column.</content>
public partial class PrimitiveDataFrameColumn<T>
{
    /// <inheritdoc/>
    public override bool All() => Truths().All(value => value != false);

    /// <inheritdoc/>
    public override bool Any() => Truths().Any(value => value == true);

    /// <inheritdoc/>
    public override DataFrameColumn Abs(bool inPlace = false) => Apply(ElementMath<T>.Of.Abs, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn Round(bool inPlace = false) => Apply(ElementMath<T>.Of.Round, inPlace);

    /// <inheritdoc/>
    public override double Mean()
    {
        var values = NumbersAs<double>();
        return values.Length == values.NullCount ? 0 : values.Reduce(Reduction.Sum)!.Value / (values.Length - values.NullCount);
    }

    /// <inheritdoc/>
    public override double Median()
    {
        var values = NumbersAs<double>();
        var sorted = new List<double>();
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] is { } value)
                sorted.Add(value);
        }

        if (sorted.Count == 0)
            return 0;
        sorted.Sort();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 0 ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle];
    }

    /// <inheritdoc/>
    public override object? Max() => Values.Reduce(Reduction.Max);

    /// <inheritdoc/>
    public override object? Max(IEnumerable<long> rowIndices) => Values.Reduce(Reduction.Max, rowIndices);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeMax(bool inPlace = false) => Accumulate(Reduction.Max, null, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeMax(IEnumerable<long> rowIndices, bool inPlace = false) => Accumulate(Reduction.Max, rowIndices, inPlace);

    /// <inheritdoc/>
    public override object? Min() => Values.Reduce(Reduction.Min);

    /// <inheritdoc/>
    public override object? Min(IEnumerable<long> rowIndices) => Values.Reduce(Reduction.Min, rowIndices);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeMin(bool inPlace = false) => Accumulate(Reduction.Min, null, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeMin(IEnumerable<long> rowIndices, bool inPlace = false) => Accumulate(Reduction.Min, rowIndices, inPlace);

    /// <inheritdoc/>
    public override object? Product() => Values.Reduce(Reduction.Product);

    /// <inheritdoc/>
    public override object? Product(IEnumerable<long> rowIndices) => Values.Reduce(Reduction.Product, rowIndices);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeProduct(bool inPlace = false) => Accumulate(Reduction.Product, null, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeProduct(IEnumerable<long> rowIndices, bool inPlace = false) => Accumulate(Reduction.Product, rowIndices, inPlace);

    /// <inheritdoc/>
    public override object? Sum() => Values.Reduce(Reduction.Sum);

    /// <inheritdoc/>
    public override object? Sum(IEnumerable<long> rowIndices) => Values.Reduce(Reduction.Sum, rowIndices);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeSum(bool inPlace = false) => Accumulate(Reduction.Sum, null, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeSum(IEnumerable<long> rowIndices, bool inPlace = false) => Accumulate(Reduction.Sum, rowIndices, inPlace);

    private PrimitiveDataFrameColumn<bool> Truths() => this as PrimitiveDataFrameColumn<bool>
        ?? throw new NotSupportedException($"Column '{Name}' holds {DataType}; only truth values can be asked for all or any.");

    private PrimitiveDataFrameColumn<T> Accumulate(Reduction reduction, IEnumerable<long>? rows, bool inPlace)
    {
        var result = inPlace ? this : Clone();
        result.Values.Accumulate(reduction, rows);
        return result;
    }
}
