namespace Microsoft.Data.Analysis;

/// <summary>
/// The rows of a <see cref="DataFrame"/> by the values of one of its columns. Every aggregate is a data frame with a row for each
/// group, in the order in which the values first occur: the value, and then the aggregates of the named columns, or of all.
/// </summary>
public abstract class GroupBy
{
    protected GroupBy()
    {
    }

    /// <summary>How many values are no nulls.</summary>
    public abstract DataFrame Count(params string[] columnNames);

    /// <summary>The values of each group's first row.</summary>
    public abstract DataFrame First(params string[] columnNames);

    /// <summary>The first rows of each group.</summary>
    public abstract DataFrame Head(int numberOfRows);

    /// <summary>The last rows of each group.</summary>
    public abstract DataFrame Tail(int numberOfRows);

    public abstract DataFrame Max(params string[] columnNames);

    public abstract DataFrame Min(params string[] columnNames);

    public abstract DataFrame Product(params string[] columnNames);

    public abstract DataFrame Sum(params string[] columnNames);

    /// <summary>The sum by the number of rows, nulls included, as Double.</summary>
    public abstract DataFrame Mean(params string[] columnNames);
}
