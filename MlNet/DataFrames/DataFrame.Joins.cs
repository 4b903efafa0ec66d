namespace Microsoft.Data.Analysis;

/// <content>Two data frames beside each other.</content>
public partial class DataFrame
{
    /// <summary>Puts the columns of another data frame beside this one's, row by row.</summary>
    /// <param name="other">The other data frame, on the right.</param>
    /// <param name="leftSuffix">What is put behind the name of a column on the left where one on the right has the same.</param>
    /// <param name="rightSuffix">What is put behind the other's name.</param>
    /// <param name="joinAlgorithm">Whose rows count: those beyond the shorter one's are nulls there, or left out.</param>
    public DataFrame Join(DataFrame other, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        ArgumentNullException.ThrowIfNull(other);
        long left = Rows.Count, right = other.Rows.Count;
        var rows = joinAlgorithm switch
        {
            JoinAlgorithm.Left => left,
            JoinAlgorithm.Right => right,
            JoinAlgorithm.Inner => Math.Min(left, right),
            _ => Math.Max(left, right),
        };
        return Beside(
            other,
            LongRange.Of(rows).Select(row => row < left ? row : (long?)null),
            LongRange.Of(rows).Select(row => row < right ? row : (long?)null),
            leftSuffix,
            rightSuffix);
    }

    /// <summary>Puts rows of two data frames beside each other that have the same value in a column.</summary>
    /// <typeparam name="TKey">The type of the values.</typeparam>
    /// <inheritdoc cref="Merge(DataFrame, string[], string[], string, string, JoinAlgorithm)"/>
    public DataFrame Merge<TKey>(
        DataFrame other,
        string leftJoinColumn,
        string rightJoinColumn,
        string leftSuffix = "_left",
        string rightSuffix = "_right",
        JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left) => Merge(other, [leftJoinColumn], [rightJoinColumn], leftSuffix, rightSuffix, joinAlgorithm);

    /// <summary>Puts rows of two data frames beside each other that have the same values in some columns; nulls are the same.</summary>
    /// <param name="other">The other data frame, on the right.</param>
    /// <param name="leftJoinColumns">The columns on the left.</param>
    /// <param name="rightJoinColumns">The columns on the right, in the same order.</param>
    /// <param name="leftSuffix">What is put behind the name of a column on the left where one on the right has the same.</param>
    /// <param name="rightSuffix">What is put behind the other's name.</param>
    /// <param name="joinAlgorithm">Whose rows are kept, with nulls beside them, if they have no partner.</param>
    /// <exception cref="ArgumentException">The columns differ in number or type, or are not there.</exception>
    public DataFrame Merge(
        DataFrame other,
        string[] leftJoinColumns,
        string[] rightJoinColumns,
        string leftSuffix = "_left",
        string rightSuffix = "_right",
        JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(leftJoinColumns);
        ArgumentNullException.ThrowIfNull(rightJoinColumns);
        var left = leftJoinColumns.Select(name => Columns[name]).ToArray();
        var right = rightJoinColumns.Select(name => other.Columns[name]).ToArray();
        RowPairs.Check(left, right);

        // The order of the rows is that of the side that is kept; of none is kept, that of the longer one.
        var keepsLeft = joinAlgorithm switch
        {
            JoinAlgorithm.Left or JoinAlgorithm.FullOuter => true,
            JoinAlgorithm.Right => false,
            JoinAlgorithm.Inner => Rows.Count > other.Rows.Count,
            _ => throw new ArgumentOutOfRangeException(nameof(joinAlgorithm)),
        };
        var pairs = keepsLeft
            ? RowPairs.Of(left, Rows.Count, right, other.Rows.Count, joinAlgorithm != JoinAlgorithm.Inner, joinAlgorithm == JoinAlgorithm.FullOuter)
            : RowPairs.Of(right, other.Rows.Count, left, Rows.Count, joinAlgorithm != JoinAlgorithm.Inner, keepsSecond: false);
        return keepsLeft
            ? Beside(other, pairs.Select(pair => pair.First), pairs.Select(pair => pair.Second), leftSuffix, rightSuffix)
            : Beside(other, pairs.Select(pair => pair.Second), pairs.Select(pair => pair.First), leftSuffix, rightSuffix);
    }

    private DataFrame Beside(DataFrame other, IEnumerable<long?> rows, IEnumerable<long?> otherRows, string leftSuffix, string rightSuffix)
    {
        var result = Pick(new Int64DataFrameColumn("Rows", rows));
        foreach (var column in other.Pick(new Int64DataFrameColumn("Rows", otherRows)).Columns)
        {
            var copy = column.Clone();
            while (result.Columns.IndexOf(copy.Name) is >= 0 and var index)
            {
                var name = copy.Name;
                result.Columns[index].SetName(name + leftSuffix);
                copy.SetName(name + rightSuffix);
            }

            result.Columns.Add(copy);
        }

        return result;
    }
}
