using System.Collections;

namespace Microsoft.ML;

/// <summary>What is known about columns before any data is seen: names, kinds and item types, not sizes.</summary>
public sealed partial class SchemaShape : IReadOnlyList<SchemaShape.Column>
{
    private readonly Column[] _columns;

    /// <summary>The shape made of columns.</summary>
    public SchemaShape(IEnumerable<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = columns.ToArray();
        if (_columns.Any(column => !column.IsValid))
            throw new ArgumentException("Every column of a schema shape must have a name and a type.", nameof(columns));
    }

    /// <summary>The number of columns.</summary>
    public int Count => _columns.Length;

    /// <summary>The column at a position, from 0.</summary>
    public Column this[int index] => _columns[index];

    internal static SchemaShape Empty { get; } = new([]);

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator() => ((IEnumerable<Column>)_columns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static SchemaShape Create(DataViewSchema schema) => new(
        schema.Where(column => !column.IsHidden)
            .Select(column => new Column(column.Name, column.Type, Create(column.Annotations.Schema))));

    internal bool TryFindColumn(string name, out Column column)
    {
        foreach (var candidate in _columns)
        {
            if (candidate.Name == name)
            {
                column = candidate;
                return true;
            }
        }

        column = default;
        return false;
    }

    /// <summary>This shape with some columns replaced (same name) or added at the end.</summary>
    internal SchemaShape With(IEnumerable<Column> columns)
    {
        var result = _columns.ToList();
        foreach (var column in columns)
        {
            var index = result.FindIndex(candidate => candidate.Name == column.Name);
            if (index >= 0)
                result[index] = column;
            else
                result.Add(column);
        }

        return new SchemaShape(result);
    }

    internal SchemaShape With(Column column) => With([column]);
}
