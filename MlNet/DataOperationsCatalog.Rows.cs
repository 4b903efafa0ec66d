using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    /// <summary>The view with its columns kept in memory, packed, once they have been read; it can shuffle.</summary>
    /// <param name="input">The view.</param>
    /// <param name="columnsToPrefetch">Columns that are read at once; the others when they are first asked for.</param>
    public IDataView Cache(IDataView input, params string[] columnsToPrefetch)
    {
        ArgumentNullException.ThrowIfNull(input);
        Environment.Register("Cache");
        return new CacheDataView(input, columnsToPrefetch is { Length: > 0 } ? columnsToPrefetch.Select(name => input.Schema[name].Index) : null);
    }

    /// <summary>The first rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public IDataView TakeRows(IDataView input, long count)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckCount(count);
        Environment.Register("SkipTakeFilter");
        return new SkipTakeView(input, 0, count);
    }

    /// <summary>All but the first rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public IDataView SkipRows(IDataView input, long count)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckCount(count);
        Environment.Register("SkipTakeFilter");
        return new SkipTakeView(input, count, long.MaxValue);
    }

    /// <summary>The rows in a random order, the same at every pass.</summary>
    /// <param name="input">The view.</param>
    /// <param name="seed">The seed; null for one that follows from the context's.</param>
    /// <param name="shufflePoolSize">Rows read ahead, among which each row is drawn; 1 for no such drawing.</param>
    /// <param name="shuffleSource">Whether a view that can give its rows in any order is asked to.</param>
    public IDataView ShuffleRows(IDataView input, int? seed = null, int shufflePoolSize = 1000, bool shuffleSource = true)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (shufflePoolSize <= 0)
            throw new ArgumentOutOfRangeException(nameof(shufflePoolSize), "Must be positive");
        var host = Environment.Register("Shuffle");
        return new ShuffleView(input, seed ?? ((TauswortheHybrid)host.Rand).NextSigned(), shufflePoolSize, shuffleSource);
    }

    /// <summary>The rows whose number in a column lies in [lowerBound, upperBound); rows with NaN are dropped.</summary>
    public IDataView FilterRowsByColumn(
        IDataView input, string columnName, double lowerBound = double.NegativeInfinity, double upperBound = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrEmpty(columnName);
        if (!(lowerBound < upperBound))
            throw new ArgumentOutOfRangeException(nameof(upperBound), "The upper bound must be greater than lower bound");
        var column = input.Schema[columnName];
        if (column.Type.RawType != typeof(float) && column.Type.RawType != typeof(double))
            throw new ArgumentOutOfRangeException(nameof(columnName), $"Schema mismatch for input column '{columnName}': expected Single or Double, got {column.Type}");
        Environment.Register("RangeFilter");
        return new FilterView(input, [column], RowTests.InRange(column, lowerBound, upperBound));
    }

    /// <summary>The rows whose key in a column, as a fraction (key - 0.5) / count, lies in [lowerBound, upperBound).</summary>
    public IDataView FilterRowsByKeyColumnFraction(IDataView input, string columnName, double lowerBound = 0, double upperBound = 1)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrEmpty(columnName);
        if (lowerBound < 0 || lowerBound > 1)
            throw new ArgumentOutOfRangeException(nameof(lowerBound), "Must be in [0, 1]");
        if (upperBound > 2 || !(lowerBound <= upperBound))
            throw new ArgumentOutOfRangeException(nameof(upperBound), "Must be in [lowerBound, 2]");
        var column = input.Schema[columnName];
        if (column.Type is not KeyDataViewType)
            throw new ArgumentOutOfRangeException(nameof(columnName), $"Schema mismatch for InputColumn column '{columnName}': expected a known cardinality key, got {column.Type}");
        Environment.Register("RangeFilter");
        return new FilterView(input, [column], RowTests.KeyInRange(column, lowerBound, upperBound));
    }

    /// <summary>The rows in which nothing of some columns is missing.</summary>
    public IDataView FilterRowsByMissingValues(IDataView input, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (columns is not { Length: > 0 })
            throw new ArgumentOutOfRangeException(nameof(columns), "At least one column is needed; none was received.");
        var tested = Array.ConvertAll(columns, name => input.Schema[name]);
        foreach (var column in tested)
        {
            if (!RowTests.CanBeMissing(column.Type))
                throw new ArgumentOutOfRangeException(nameof(columns), $"Column '{column.Name}' has type {column.Type} which does not support missing values, so we cannot filter on them");
        }

        Environment.Register("MissingValueFilter");
        return new FilterView(input, tested, row =>
        {
            var tests = Array.ConvertAll(tested, column => RowTests.NothingMissing(row, column));
            return () => Array.TrueForAll(tests, test => test());
        });
    }

    private static void CheckCount(long count)
    {
        if (count <= 0)
            throw new ArgumentOutOfRangeException(nameof(count), "Must be greater than zero.");
    }
}
