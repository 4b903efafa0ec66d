using System.Collections.ObjectModel;

namespace Microsoft.Data.Analysis;

/// <summary>The columns of a <see cref="DataFrame"/>: of one length, with names that differ.</summary>
public class DataFrameColumnCollection : Collection<DataFrameColumn>
{
    private readonly Action _changed;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    internal DataFrameColumnCollection(IEnumerable<DataFrameColumn> columns, Action changed)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _changed = changed;
        foreach (var column in columns)
            Add(column);
    }

    internal long RowCount => Count == 0 ? 0 : this[0].Length;

    /// <summary>The column of a name. Assigning renames the column, and replaces the one of that name or adds it as the last.</summary>
    /// <exception cref="ArgumentException">There is no such column, or the assigned one is of another length.</exception>
    public DataFrameColumn this[string columnName]
    {
        get => IndexOf(columnName) is >= 0 and var index
            ? this[index]
            : throw new ArgumentException($"Column '{columnName}' does not exist", nameof(columnName));
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            value.SetName(columnName);
            if (IndexOf(columnName) is >= 0 and var index)
                this[index] = value;
            else
                Add(value);
        }
    }

    /// <summary>Where the column of a name is; -1 if there is none.</summary>
    public int IndexOf(string? columnName) => columnName is not null && _indices.TryGetValue(columnName, out var index) ? index : -1;

    /// <summary>Puts a column of values in.</summary>
    public void Insert<T>(int columnIndex, IEnumerable<T> column, string columnName)
        where T : unmanaged => Insert(columnIndex, new PrimitiveDataFrameColumn<T>(columnName, column));

    /// <summary>Takes the column of a name out, if there is one.</summary>
    public void Remove(string columnName)
    {
        if (IndexOf(columnName) is >= 0 and var index)
            RemoveAt(index);
    }

    /// <exception cref="ArgumentException">There is no such column, or already one of the new name.</exception>
    public void RenameColumn(string currentName, string newName) => this[currentName].SetName(newName);

    [Obsolete]
    public void SetColumnName(DataFrameColumn column, string newName) => column.SetName(newName);

    /// <summary>The column of a name as one of values of a type.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it holds others.</exception>
    public PrimitiveDataFrameColumn<T> GetPrimitiveColumn<T>(string name)
        where T : unmanaged => Get<PrimitiveDataFrameColumn<T>>(name, typeof(T));

    public ArrowStringDataFrameColumn GetArrowStringColumn(string name) => Get<ArrowStringDataFrameColumn>(name, typeof(string));

    public BooleanDataFrameColumn GetBooleanColumn(string name) => Get<BooleanDataFrameColumn>(name, typeof(bool));

    public ByteDataFrameColumn GetByteColumn(string name) => Get<ByteDataFrameColumn>(name, typeof(byte));

    public CharDataFrameColumn GetCharColumn(string name) => Get<CharDataFrameColumn>(name, typeof(char));

    public DateTimeDataFrameColumn GetDateTimeColumn(string name) => Get<DateTimeDataFrameColumn>(name, typeof(DateTime));

    public DecimalDataFrameColumn GetDecimalColumn(string name) => Get<DecimalDataFrameColumn>(name, typeof(decimal));

    public DoubleDataFrameColumn GetDoubleColumn(string name) => Get<DoubleDataFrameColumn>(name, typeof(double));

    public Int16DataFrameColumn GetInt16Column(string name) => Get<Int16DataFrameColumn>(name, typeof(short));

    public Int32DataFrameColumn GetInt32Column(string name) => Get<Int32DataFrameColumn>(name, typeof(int));

    public Int64DataFrameColumn GetInt64Column(string name) => Get<Int64DataFrameColumn>(name, typeof(long));

    public SByteDataFrameColumn GetSByteColumn(string name) => Get<SByteDataFrameColumn>(name, typeof(sbyte));

    public SingleDataFrameColumn GetSingleColumn(string name) => Get<SingleDataFrameColumn>(name, typeof(float));

    public StringDataFrameColumn GetStringColumn(string name) => Get<StringDataFrameColumn>(name, typeof(string));

    public UInt16DataFrameColumn GetUInt16Column(string name) => Get<UInt16DataFrameColumn>(name, typeof(ushort));

    public UInt32DataFrameColumn GetUInt32Column(string name) => Get<UInt32DataFrameColumn>(name, typeof(uint));

    public UInt64DataFrameColumn GetUInt64Column(string name) => Get<UInt64DataFrameColumn>(name, typeof(ulong));

    protected override void InsertItem(int columnIndex, DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (Count > 0)
            CheckLength(column);
        CheckName(column.Name, null, nameof(column));
        base.InsertItem(columnIndex, column);
        column.Renaming += Rename;
        Changed();
    }

    protected override void SetItem(int columnIndex, DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (RowCount > 0)
            CheckLength(column);
        CheckName(column.Name, this[columnIndex], nameof(column));
        this[columnIndex].Renaming -= Rename;
        base.SetItem(columnIndex, column);
        column.Renaming += Rename;
        Changed();
    }

    protected override void RemoveItem(int columnIndex)
    {
        this[columnIndex].Renaming -= Rename;
        base.RemoveItem(columnIndex);
        Changed();
    }

    protected override void ClearItems()
    {
        foreach (var column in this)
            column.Renaming -= Rename;
        base.ClearItems();
        Changed();
    }

    private T Get<T>(string name, Type type)
        where T : DataFrameColumn => this[name] as T
            ?? throw new ArgumentException($"Cannot cast column holding {this[name].DataType} values to type {type}", nameof(name));

    private void Rename(DataFrameColumn column, string newName)
    {
        CheckName(newName, column, nameof(newName));
        var index = _indices[column.Name];
        _indices.Remove(column.Name);
        _indices.Add(newName, index);
        _changed();
    }

    /// <param name="name">A name about to be given.</param>
    /// <param name="allowed">The column that may have it already, as it is the one that gets it or makes place for it.</param>
    /// <param name="parameter">What the error is about.</param>
    private void CheckName(string name, DataFrameColumn? allowed, string parameter)
    {
        if (IndexOf(name) is >= 0 and var index && !ReferenceEquals(this[index], allowed))
            throw new ArgumentException($"DataFrame already contains a column called {name}", parameter);
    }

    private void CheckLength(DataFrameColumn column)
    {
        if (column.Length != RowCount)
            throw new ArgumentException("Column lengths are mismatched", nameof(column));
    }

    private void Changed()
    {
        _indices.Clear();
        for (var index = 0; index < Count; index++)
            _indices.Add(this[index].Name, index);
        _changed();
    }
}
