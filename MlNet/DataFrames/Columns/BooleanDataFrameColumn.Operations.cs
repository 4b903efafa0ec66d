namespace Microsoft.Data.Analysis;

/// <content>Logic and comparisons that keep the type. Truth values have no order.</content>
public partial class BooleanDataFrameColumn
{
    public static BooleanDataFrameColumn operator &(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.And(right);

    public static BooleanDataFrameColumn operator &(BooleanDataFrameColumn left, bool right) => left.And(right);

    public BooleanDataFrameColumn And(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)And((DataFrameColumn)column, inPlace);

    public new BooleanDataFrameColumn And(bool value, bool inPlace = false) => (BooleanDataFrameColumn)base.And(value, inPlace);

    public static BooleanDataFrameColumn operator |(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.Or(right);

    public static BooleanDataFrameColumn operator |(BooleanDataFrameColumn left, bool right) => left.Or(right);

    public BooleanDataFrameColumn Or(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)Or((DataFrameColumn)column, inPlace);

    public new BooleanDataFrameColumn Or(bool value, bool inPlace = false) => (BooleanDataFrameColumn)base.Or(value, inPlace);

    public static BooleanDataFrameColumn operator ^(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.Xor(right);

    public static BooleanDataFrameColumn operator ^(BooleanDataFrameColumn left, bool right) => left.Xor(right);

    public BooleanDataFrameColumn Xor(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)Xor((DataFrameColumn)column, inPlace);

    public new BooleanDataFrameColumn Xor(bool value, bool inPlace = false) => (BooleanDataFrameColumn)base.Xor(value, inPlace);

    public BooleanDataFrameColumn ElementwiseEquals(BooleanDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseEquals((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseEquals(bool value) => (BooleanDataFrameColumn)ElementwiseEquals<bool>(value);

    public BooleanDataFrameColumn ElementwiseNotEquals(BooleanDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseNotEquals((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseNotEquals(bool value) => (BooleanDataFrameColumn)ElementwiseNotEquals<bool>(value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(BooleanDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseGreaterThanOrEqual((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(bool value) => (BooleanDataFrameColumn)ElementwiseGreaterThanOrEqual<bool>(value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(BooleanDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseLessThanOrEqual((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(bool value) => (BooleanDataFrameColumn)ElementwiseLessThanOrEqual<bool>(value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(BooleanDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseGreaterThan((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseGreaterThan(bool value) => (BooleanDataFrameColumn)ElementwiseGreaterThan<bool>(value);

    public BooleanDataFrameColumn ElementwiseLessThan(BooleanDataFrameColumn column) => (BooleanDataFrameColumn)ElementwiseLessThan((DataFrameColumn)column);

    public BooleanDataFrameColumn ElementwiseLessThan(bool value) => (BooleanDataFrameColumn)ElementwiseLessThan<bool>(value);
}
