using System.Collections;
using System.Globalization;

namespace Microsoft.ML;

/// <summary>The columns of a view, in order. Of several columns of one name all but the last are hidden: they have an index but no name.</summary>
public sealed partial class DataViewSchema : IReadOnlyList<DataViewSchema.Column>
{
    private readonly Column[] _columns;
    private readonly Dictionary<string, int> _indexOfName;

    private DataViewSchema(DetachedColumn[] columns)
    {
        _indexOfName = new Dictionary<string, int>(columns.Length, StringComparer.Ordinal);
        for (var index = 0; index < columns.Length; index++)
            _indexOfName[columns[index].Name] = index;

        _columns = new Column[columns.Length];
        for (var index = 0; index < columns.Length; index++)
        {
            var column = columns[index];
            _columns[index] = new Column(column.Name, index, _indexOfName[column.Name] != index, column.Type, column.Annotations);
        }
    }

    /// <summary>The number of columns, hidden ones included.</summary>
    public int Count => _columns.Length;

    /// <summary>The visible column of that name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public Column this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return _indexOfName.TryGetValue(name, out var index)
                ? _columns[index]
                : throw new ArgumentOutOfRangeException(nameof(name), $"Column '{name}' not found");
        }
    }

    /// <summary>The column at a position, from 0.</summary>
    public Column this[int columnIndex]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(columnIndex);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(columnIndex, _columns.Length);
            return _columns[columnIndex];
        }
    }

    /// <summary>The visible column of that name, or null.</summary>
    public Column? GetColumnOrNull(string name) => _indexOfName.TryGetValue(name, out var index) ? _columns[index] : null;

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator() => ((IEnumerable<Column>)_columns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} columns");

    internal static DataViewSchema FromColumns(IEnumerable<DetachedColumn> columns) => new(columns.ToArray());

    internal bool TryGetColumnIndex(string name, out int index) => _indexOfName.TryGetValue(name, out index);
}
