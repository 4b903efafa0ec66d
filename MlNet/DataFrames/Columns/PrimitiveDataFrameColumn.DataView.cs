using Microsoft.ML;
using Microsoft.ML.Data;

namespace Microsoft.Data.Analysis;

/// <content>The column as one of a view: nulls are NaN where the type has it, and the type's default value elsewhere.</content>
public partial class PrimitiveDataFrameColumn<T>
{
    protected internal override void AddDataViewColumn(DataViewSchema.Builder builder) => builder.AddColumn(Name, DataViewTypeOf());

    protected internal override Delegate GetDataViewGetter(DataViewRowCursor cursor) => this switch
    {
        PrimitiveDataFrameColumn<float> column => (ValueGetter<float>)((ref float value) => value = column[cursor.Position] ?? float.NaN),
        PrimitiveDataFrameColumn<double> column => (ValueGetter<double>)((ref double value) => value = column[cursor.Position] ?? double.NaN),
        // There is no such type in a view.
        PrimitiveDataFrameColumn<char> column => (ValueGetter<ushort>)((ref ushort value) => value = column[cursor.Position].GetValueOrDefault()),
        PrimitiveDataFrameColumn<decimal> column => (ValueGetter<double>)((ref double value) => value = (double?)column[cursor.Position] ?? double.NaN),
        _ => (ValueGetter<T>)((ref T value) => value = this[cursor.Position].GetValueOrDefault()),
    };

    protected internal override Delegate GetValueGetterUsingCursor(DataViewRowCursor cursor, DataViewSchema.Column schemaColumn) =>
        cursor.GetGetter<T>(schemaColumn);

    protected internal override void AddValueUsingCursor(DataViewRowCursor cursor, Delegate getter)
    {
        T value = default;
        ((ValueGetter<T>)getter)(ref value);
        Append(value);
    }

    private static DataViewType DataViewTypeOf() => default(T) switch
    {
        bool => BooleanDataViewType.Instance,
        byte => NumberDataViewType.Byte,
        sbyte => NumberDataViewType.SByte,
        short => NumberDataViewType.Int16,
        ushort or char => NumberDataViewType.UInt16,
        int => NumberDataViewType.Int32,
        uint => NumberDataViewType.UInt32,
        long => NumberDataViewType.Int64,
        ulong => NumberDataViewType.UInt64,
        float => NumberDataViewType.Single,
        double or decimal => NumberDataViewType.Double,
        DateTime => DateTimeDataViewType.Instance,
        _ => throw new NotSupportedException($"{typeof(T).Name} is not a supported column type."),
    };
}
