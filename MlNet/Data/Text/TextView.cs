using System.Globalization;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Text files as a view.</summary>
internal sealed class TextView(IHost host, TextFormat format, TextBinding[] bindings, DataViewSchema schema, IMultiStreamSource source) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = RowColumns.ActiveOf(schema, columnsNeeded);
        return new Cursor(schema, active, new TextBatches(format, [.. bindings.Select((binding, index) => active[index] ? binding : null)], source), host.Start("Cursor"));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(DataViewSchema schema, bool[] active, TextBatches batches, IChannel channel) : DataViewRowCursor
    {
        private readonly TextPosition _current = new();
        private long _position = -1;
        private long _rows;
        private long _badValues;
        private long _formatErrors;
        private bool _ended;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => schema;

        public override bool MoveNext()
        {
            if (_ended)
                return false;
            if (_current.Batch is null || ++_current.Row >= _current.Batch.Lines.Count)
            {
                if (!MoveToNextBatch())
                {
                    End();
                    return false;
                }
            }

            _position++;
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_position, 0);

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(active, column);
            return RowColumns.Cast<TValue>(batches.CreateGetter(_current, column.Index), column);
        }

        protected override void Dispose(bool disposing)
        {
            if (!disposing)
                return;
            End();
            batches.Dispose();
            channel.Dispose();
        }

        private bool MoveToNextBatch()
        {
            if (_current.Batch is { } used)
                batches.GiveBack(used);
            _current.Batch = batches.Next();
            _current.Row = 0;
            if (_current.Batch is null)
                return false;
            _rows += _current.Batch.Lines.Count;
            Report(_current.Batch.Faults);
            return true;
        }

        private void Report(TextFaults faults)
        {
            foreach (var message in faults.FormatErrors)
            {
                if (_formatErrors++ < TextFaults.Shown)
                    channel.Warning(MessageSensitivity.Schema, message);
                if (_formatErrors == TextFaults.Shown + 1)
                    channel.Warning(MessageSensitivity.Schema, "Suppressing further format error messages");
            }

            foreach (var message in faults.BadValues)
            {
                if (_badValues++ < TextFaults.Shown)
                    channel.Info(MessageSensitivity.Schema, message);
            }

            if (_badValues == TextFaults.Shown && faults.BadValueCount > faults.BadValues.Count)
                channel.Info(MessageSensitivity.Schema, "  Suppressing further bad value messages");
            _formatErrors += faults.FormatErrorCount - faults.FormatErrors.Count;
            _badValues += faults.BadValueCount - faults.BadValues.Count;
        }

        private void End()
        {
            if (_ended)
                return;
            _ended = true;
            _position = -1;
            _current.Batch = null;
            if (_badValues + _formatErrors > 0)
            {
                channel.Info(
                    MessageSensitivity.None,
                    string.Create(CultureInfo.InvariantCulture, $"Processed {_rows} rows with {_badValues} bad values and {_formatErrors} format errors"));
            }
        }
    }
}
