using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <content>Copies of the column: of other rows, in another order, without nulls, within bounds.</content>
public partial class PrimitiveDataFrameColumn<T>
{
    /// <inheritdoc cref="DataFrameColumn.Clone(long)"/>
    public new PrimitiveDataFrameColumn<T> Clone(long numberOfNullsToAppend = 0) =>
        (PrimitiveDataFrameColumn<T>)CloneImplementation(numberOfNullsToAppend);

    /// <inheritdoc cref="DataFrameColumn.Clone(DataFrameColumn, bool, long)"/>
    public new PrimitiveDataFrameColumn<T> Clone(DataFrameColumn? mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0) =>
        (PrimitiveDataFrameColumn<T>)CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    public PrimitiveDataFrameColumn<T> Clone(PrimitiveDataFrameColumn<long>? mapIndices, bool invertMapIndices = false) =>
        Clone((DataFrameColumn?)mapIndices, invertMapIndices);

    public PrimitiveDataFrameColumn<T> Clone(PrimitiveDataFrameColumn<int>? mapIndices, bool invertMapIndices = false) =>
        Clone((DataFrameColumn?)mapIndices, invertMapIndices);

    public PrimitiveDataFrameColumn<T> Clone(IEnumerable<long> mapIndices) => With(Values.Pick(new RowMap([.. mapIndices])));

    public PrimitiveDataFrameColumn<T> Clone(IEnumerable<int> mapIndices) => Clone(mapIndices.Select(row => (long)row));

    /// <inheritdoc cref="DataFrameColumn.Sort"/>
    public new PrimitiveDataFrameColumn<T> Sort(bool ascending = true, bool putNullValuesLast = true) =>
        Clone(GetSortIndices(ascending, putNullValuesLast));

    /// <inheritdoc cref="DataFrameColumn.DropNulls"/>
    public new PrimitiveDataFrameColumn<T> DropNulls() => (PrimitiveDataFrameColumn<T>)DropNullsImplementation();

    /// <inheritdoc cref="DataFrameColumn.FillNulls"/>
    public PrimitiveDataFrameColumn<T> FillNulls(T value, bool inPlace = false)
    {
        var result = inPlace ? this : Clone();
        for (long row = 0; row < result.Length && result.NullCount > 0; row++)
            result[row] ??= value;
        return result;
    }

    /// <inheritdoc cref="DataFrameColumn.Clamp"/>
    public PrimitiveDataFrameColumn<T> Clamp(T min, T max, bool inPlace = false)
    {
        var order = Comparer<T>.Default;
        return Apply(value => order.Compare(value, min) < 0 ? min : order.Compare(value, max) > 0 ? max : value, inPlace);
    }

    /// <inheritdoc cref="DataFrameColumn.Filter"/>
    public PrimitiveDataFrameColumn<T> Filter(T min, T max)
    {
        var order = Comparer<T>.Default;
        var result = CreateNewColumn(Name);
        foreach (var value in this)
        {
            if (value is { } known && order.Compare(known, min) >= 0 && order.Compare(known, max) <= 0)
                result.Append(known);
        }

        return result;
    }

    internal override DataFrameColumn Pick(RowMap map) => With(Values.Pick(map));

    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend)
    {
        var copy = With(Values.Clone());
        copy.AppendMany(null, numberOfNullsToAppend);
        return copy;
    }

    protected override DataFrameColumn CloneImplementation(DataFrameColumn? mapIndices, bool invertMapIndices, long numberOfNullsToAppend)
    {
        if (mapIndices is null)
            return Clone(numberOfNullsToAppend);
        var copy = (PrimitiveDataFrameColumn<T>)Pick(RowMap.Of(mapIndices, invertMapIndices, Length));
        copy.AppendMany(null, numberOfNullsToAppend);
        return copy;
    }

    protected override DataFrameColumn DropNullsImplementation() => Clone(ElementwiseIsNotNull());

    protected override DataFrameColumn FillNullsImplementation(object value, bool inPlace) => FillNulls(Own(value), inPlace);

    protected override DataFrameColumn ClampImplementation<U>(U min, U max, bool inPlace) => Clamp(Own(min), Own(max), inPlace);

    protected override DataFrameColumn FilterImplementation<U>(U min, U max) => Filter(Own(min), Own(max));

    protected internal override PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending = true, bool putNullValuesLast = true)
    {
        List<long> valid = [], nulls = [];
        for (long row = 0; row < Length; row++)
            (IsValid(row) ? valid : nulls).Add(row);
        var keys = new T[valid.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Values.Elements[(int)valid[i]];
        return SortIndices([.. valid.Index().OrderBy(place => keys[place.Index]).Select(place => place.Item)], nulls, ascending, putNullValuesLast);
    }

    /// <summary>A value given in another type as one of this column's.</summary>
    private static T Own<U>(U value) => value is T own
        ? own
        : value is null
            ? throw new ArgumentException($"Expected value to be of type {typeof(T)}", nameof(value))
            : (T)Convert.ChangeType(value, typeof(T), CultureInfo.CurrentCulture);
}
