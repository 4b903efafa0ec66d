namespace Microsoft.Data.Analysis;

/// <content>
/// What is computed of the values of one column; nulls are passed over. What a type has no meaning for throws
/// <see cref="NotSupportedException"/>.
/// </content>
public abstract partial class DataFrameColumn
{
    /// <summary>Whether all values are true.</summary>
    public virtual bool All() => throw new NotImplementedException();

    /// <summary>Whether a value is true.</summary>
    public virtual bool Any() => throw new NotImplementedException();

    public virtual DataFrameColumn Abs(bool inPlace = false) => throw new NotImplementedException();

    /// <summary>Rounds to whole numbers, halves to the even one.</summary>
    public virtual DataFrameColumn Round(bool inPlace = false) => throw new NotImplementedException();

    /// <summary>The mean of the values that are no nulls; 0 without values.</summary>
    public virtual double Mean() => throw new NotImplementedException();

    /// <summary>The median of the values that are no nulls; 0 without values.</summary>
    public virtual double Median() => throw new NotImplementedException();

    /// <summary>The largest value; null without values.</summary>
    public virtual object? Max() => throw new NotImplementedException();

    /// <summary><see cref="Max()"/> over some rows.</summary>
    public virtual object? Max(IEnumerable<long> rowIndices) => throw new NotImplementedException();

    /// <summary>Every value replaced by <see cref="Max()"/> of it and all before it.</summary>
    public virtual DataFrameColumn CumulativeMax(bool inPlace = false) => throw new NotImplementedException();

    /// <summary><see cref="CumulativeMax(bool)"/> along some rows; the others stay as they are.</summary>
    public virtual DataFrameColumn CumulativeMax(IEnumerable<long> rowIndices, bool inPlace = false) => throw new NotImplementedException();

    /// <summary>The smallest value; null without values.</summary>
    public virtual object? Min() => throw new NotImplementedException();

    /// <summary><see cref="Min()"/> over some rows.</summary>
    public virtual object? Min(IEnumerable<long> rowIndices) => throw new NotImplementedException();

    /// <summary>Every value replaced by <see cref="Min()"/> of it and all before it.</summary>
    public virtual DataFrameColumn CumulativeMin(bool inPlace = false) => throw new NotImplementedException();

    /// <summary><see cref="CumulativeMin(bool)"/> along some rows; the others stay as they are.</summary>
    public virtual DataFrameColumn CumulativeMin(IEnumerable<long> rowIndices, bool inPlace = false) => throw new NotImplementedException();

    /// <summary>The product, in the column's type.</summary>
    public virtual object? Product() => throw new NotImplementedException();

    /// <summary><see cref="Product()"/> over some rows.</summary>
    public virtual object? Product(IEnumerable<long> rowIndices) => throw new NotImplementedException();

    /// <summary>Every value replaced by <see cref="Product()"/> of it and all before it.</summary>
    public virtual DataFrameColumn CumulativeProduct(bool inPlace = false) => throw new NotImplementedException();

    /// <summary><see cref="CumulativeProduct(bool)"/> along some rows; the others stay as they are.</summary>
    public virtual DataFrameColumn CumulativeProduct(IEnumerable<long> rowIndices, bool inPlace = false) => throw new NotImplementedException();

    /// <summary>The sum, in the column's type.</summary>
    public virtual object? Sum() => throw new NotImplementedException();

    /// <summary><see cref="Sum()"/> over some rows.</summary>
    public virtual object? Sum(IEnumerable<long> rowIndices) => throw new NotImplementedException();

    /// <summary>Every value replaced by <see cref="Sum()"/> of it and all before it.</summary>
    public virtual DataFrameColumn CumulativeSum(bool inPlace = false) => throw new NotImplementedException();

    /// <summary><see cref="CumulativeSum(bool)"/> along some rows; the others stay as they are.</summary>
    public virtual DataFrameColumn CumulativeSum(IEnumerable<long> rowIndices, bool inPlace = false) => throw new NotImplementedException();
}
