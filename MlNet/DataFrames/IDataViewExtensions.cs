using Microsoft.Data.Analysis;
using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>Data frames made of views.</summary>
public static class IDataViewExtensions
{
    private const long DefaultRows = 100;

    /// <summary>A data frame of the first rows of a view.</summary>
    /// <param name="dataView">The view. Hidden columns are left out, keys come as their raw values, vectors as <see cref="VBufferDataFrameColumn{T}"/>.</param>
    /// <param name="maxRows">How many rows at most; all if -1. The default is 100.</param>
    /// <exception cref="NotSupportedException">A data frame has no column for a type of the view.</exception>
    public static DataFrame ToDataFrame(this IDataView dataView, long maxRows = DefaultRows) => ToDataFrame(dataView, maxRows, []);

    /// <summary>A data frame of the first 100 rows of a view.</summary>
    /// <inheritdoc cref="ToDataFrame(IDataView, long, string[])"/>
    public static DataFrame ToDataFrame(this IDataView dataView, params string[] selectColumns) => ToDataFrame(dataView, DefaultRows, selectColumns);

    /// <summary>A data frame of the first rows of a view.</summary>
    /// <param name="dataView">The view.</param>
    /// <param name="maxRows">How many rows at most; all if -1.</param>
    /// <param name="selectColumns">The columns to take; all that are not hidden if none is named.</param>
    /// <exception cref="NotSupportedException">A data frame has no column for a type of the view.</exception>
    public static DataFrame ToDataFrame(this IDataView dataView, long maxRows, params string[] selectColumns)
    {
        ArgumentNullException.ThrowIfNull(dataView);
        var wanted = dataView.Schema
            .Where(column => !column.IsHidden && (selectColumns is not { Length: > 0 } || selectColumns.Contains(column.Name)))
            .ToArray();
        var columns = Array.ConvertAll(wanted, ColumnFor);
        using var cursor = dataView.GetRowCursor(wanted);
        var getters = columns.Select((column, index) => column.GetValueGetterUsingCursor(cursor, wanted[index])).ToArray();
        for (long row = 0; (maxRows < 0 || row < maxRows) && cursor.MoveNext(); row++)
        {
            for (var index = 0; index < columns.Length; index++)
                columns[index].AddValueUsingCursor(cursor, getters[index]);
        }

        return new DataFrame(columns);
    }

    private static DataFrameColumn ColumnFor(DataViewSchema.Column column)
    {
        var type = column.Type;
        if (type is TextDataViewType)
            return new StringDataFrameColumn(column.Name);
        if (type is VectorDataViewType vector)
            return VectorColumn(vector.ItemType.RawType, column.Name);
        return DataFrameColumns.TryCreate(type.RawType, column.Name)
            ?? throw new NotSupportedException($"{type.RawType.Name} is not a supported column type.");
    }

    private static DataFrameColumn VectorColumn(Type item, string name) => item switch
    {
        _ when item == typeof(float) => new VBufferDataFrameColumn<float>(name),
        _ when item == typeof(double) => new VBufferDataFrameColumn<double>(name),
        _ when item == typeof(bool) => new VBufferDataFrameColumn<bool>(name),
        _ when item == typeof(byte) => new VBufferDataFrameColumn<byte>(name),
        _ when item == typeof(sbyte) => new VBufferDataFrameColumn<sbyte>(name),
        _ when item == typeof(short) => new VBufferDataFrameColumn<short>(name),
        _ when item == typeof(ushort) => new VBufferDataFrameColumn<ushort>(name),
        _ when item == typeof(int) => new VBufferDataFrameColumn<int>(name),
        _ when item == typeof(uint) => new VBufferDataFrameColumn<uint>(name),
        _ when item == typeof(long) => new VBufferDataFrameColumn<long>(name),
        _ when item == typeof(ulong) => new VBufferDataFrameColumn<ulong>(name),
        _ when item == typeof(ReadOnlyMemory<char>) => new VBufferDataFrameColumn<ReadOnlyMemory<char>>(name),
        _ => throw new NotSupportedException($"{item.Name} is not a supported column type."),
    };
}
