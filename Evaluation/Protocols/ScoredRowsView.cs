using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Scored rows as a view for ML.NET's evaluator: Label (class index as Single), Score with the class names as its slot names, PredictedLabel.
/// The scored data itself may be costly to read, since every pass runs the model again.
/// </summary>
internal sealed class ScoredRowsView : IDataView
{
    public const string Label = "Label";
    public const string Score = "Score";
    public const string PredictedLabel = "PredictedLabel";
    private readonly ScoredRows _rows;

    public ScoredRowsView(ScoredRows rows)
    {
        _rows = rows;
        var names = rows.ClassNames.Take(rows.ScoreCount).Select(name => name.AsMemory()).ToArray();
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add(
            "SlotNames", new VectorDataViewType(TextDataViewType.Instance, names.Length),
            (ref VBuffer<ReadOnlyMemory<char>> value) => value = new VBuffer<ReadOnlyMemory<char>>(names.Length, names));
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(Label, NumberDataViewType.Single);
        schema.AddColumn(Score, new VectorDataViewType(NumberDataViewType.Single, rows.ScoreCount), annotations.ToAnnotations());
        schema.AddColumn(PredictedLabel, NumberDataViewType.Single);
        Schema = schema.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => false;

    public long? GetRowCount() => _rows.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(ScoredRowsView view, HashSet<int> active) : DataViewRowCursor
    {
        private long _position = -1;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override bool MoveNext()
        {
            if (_position < view._rows.Count)
                _position++;
            return _position < view._rows.Count;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Delegate getter = column.Name switch
            {
                Label => (ValueGetter<float>)((ref float value) => value = view._rows.Labels[_position]),
                Score => (ValueGetter<VBuffer<float>>)GetScore,
                _ => (ValueGetter<float>)((ref float value) => value = FirstMaximum(view._rows.ScoresOf((int)_position))),
            };
            return getter as ValueGetter<TValue> ?? throw new InvalidOperationException(
                $"The column {column.Name} holds {column.Type}. Asked for: {typeof(TValue).Name}.");
        }

        private void GetScore(ref VBuffer<float> value)
        {
            var editor = VBufferEditor.Create(ref value, view._rows.ScoreCount);
            view._rows.ScoresOf((int)_position).CopyTo(editor.Values);
            value = editor.Commit();
        }

        private static float FirstMaximum(ReadOnlySpan<float> scores)
        {
            var best = 0;
            for (var k = 1; k < scores.Length; k++)
            {
                if (scores[k] > scores[best])
                    best = k;
            }

            return best;
        }
    }
}
