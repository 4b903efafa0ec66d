namespace Microsoft.Data.Analysis;

/// <content>Comparisons.</content>
public partial class DateTimeDataFrameColumn
{
    public BooleanDataFrameColumn ElementwiseEquals(DateTimeDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseEquals((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseEquals(DateTime value) => (BooleanDataFrameColumn)ElementwiseEquals<DateTime>(value);

    public BooleanDataFrameColumn ElementwiseNotEquals(DateTimeDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseNotEquals((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseNotEquals(DateTime value) => (BooleanDataFrameColumn)ElementwiseNotEquals<DateTime>(value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(DateTimeDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseGreaterThanOrEqual((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(DateTime value) => (BooleanDataFrameColumn)ElementwiseGreaterThanOrEqual<DateTime>(value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(DateTimeDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseLessThanOrEqual((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(DateTime value) => (BooleanDataFrameColumn)ElementwiseLessThanOrEqual<DateTime>(value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(DateTimeDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseGreaterThan((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseGreaterThan(DateTime value) => (BooleanDataFrameColumn)ElementwiseGreaterThan<DateTime>(value);

    public BooleanDataFrameColumn ElementwiseLessThan(DateTimeDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseLessThan((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseLessThan(DateTime value) => (BooleanDataFrameColumn)ElementwiseLessThan<DateTime>(value);
}
