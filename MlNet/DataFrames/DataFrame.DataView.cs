using Microsoft.ML;
using Microsoft.ML.Data;

namespace Microsoft.Data.Analysis;

/// <content>
/// The data frame as an <see cref="IDataView"/>. Nulls are NaN in columns of Single and Double (Decimal becomes Double), empty text
/// in those of text, and the type's default value elsewhere.
/// </content>
public partial class DataFrame : IDataView
{
    private DataViewSchema? _schema;

    bool IDataView.CanShuffle => false;

    DataViewSchema IDataView.Schema => Schema;

    private DataViewSchema Schema
    {
        get
        {
            if (_schema is null)
            {
                var builder = new DataViewSchema.Builder();
                foreach (var column in Columns)
                    column.AddDataViewColumn(builder);
                _schema = builder.ToSchema();
            }

            return _schema;
        }
    }

    long? IDataView.GetRowCount() => Rows.Count;

    DataViewRowCursor IDataView.GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand) =>
        new Cursor(this, RowColumns.ActiveOf(Schema, columnsNeeded));

    DataViewRowCursor[] IDataView.GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand) =>
        [new Cursor(this, RowColumns.ActiveOf(Schema, columnsNeeded))];

    private void ForgetSchema() => _schema = null;

    private sealed class Cursor : DataViewRowCursor
    {
        private readonly bool[] _active;
        private readonly Delegate?[] _getters;
        private readonly long _rows;
        private long _position = -1;

        internal Cursor(DataFrame data, bool[] active)
        {
            Schema = data.Schema;
            _active = active;
            _rows = data.Rows.Count;
            _getters = [.. data.Columns.Select((column, index) => active[index] ? column.GetDataViewGetter(this) : null)];
        }

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema { get; }

        public override bool MoveNext()
        {
            if (_position >= _rows)
                return false;
            return ++_position < _rows;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_position, 0);

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(_active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(_active, column);
            return RowColumns.Cast<TValue>(_getters[column.Index], column);
        }
    }
}
