using System.Globalization;
using System.Text;

namespace Microsoft.ML.Data;

/// <summary>A line under construction: its fields that are not defaults, and where columns begin. The end of a line may be written as "count slot:value".</summary>
internal sealed class WrittenLine(char separator, bool forceDense)
{
    // What a field in "slot:value" form costs against one in plain form, and when the sparse end is too short to be worth it.
    private const double SparseCost = 2.5;
    private const int ShortestSparse = 5;

    private readonly List<(int Field, string Text)> _items = [];
    private readonly List<(int Field, int Item, string Default)> _columns = [];
    private int _length;

    /// <summary>The line.</summary>
    internal string Text
    {
        get
        {
            var split = forceDense ? _columns.Count : BestSplit();
            var text = new StringBuilder();
            var denseLength = split < _columns.Count ? _columns[split].Field : _length;
            AppendDense(text, denseLength);
            if (split < _columns.Count)
                AppendSparse(text, split, denseLength);
            return text.ToString();
        }
    }

    internal void Clear()
    {
        _items.Clear();
        _columns.Clear();
        _length = 0;
    }

    /// <summary>Begins a column of so many fields, each the default unless it is set.</summary>
    internal void BeginColumn(int length, string defaultText)
    {
        _columns.Add((_length, _items.Count, defaultText));
        _length += length;
    }

    /// <summary>Sets a field of the present column; slots come in increasing order.</summary>
    internal void Set(int slot, string text) => _items.Add((_columns[^1].Field + slot, text));

    /// <summary>The column from which on sparse form is shortest; the number of columns for none.</summary>
    private int BestSplit()
    {
        var best = 0;
        var bestCost = SparseCost * _items.Count;
        for (var column = 1; column <= _columns.Count; column++)
        {
            var (field, item) = column < _columns.Count ? (_columns[column].Field, _columns[column].Item) : (_length, _items.Count);
            var cost = field + (SparseCost * (_items.Count - item));
            if (cost < bestCost)
                (best, bestCost) = (column, cost);
        }

        var dense = best < _columns.Count ? _columns[best].Field : _length;
        var sparse = _length - dense;
        return sparse < ShortestSparse || sparse < dense / 5 ? _columns.Count : best;
    }

    private void AppendDense(StringBuilder text, int lim)
    {
        var item = 0;
        var column = 0;
        for (var field = 0; field < lim; field++)
        {
            while (column + 1 < _columns.Count && _columns[column + 1].Field <= field)
                column++;
            if (field > 0)
                text.Append(separator);
            text.Append(item < _items.Count && _items[item].Field == field ? _items[item++].Text : _columns[column].Default);
        }
    }

    private void AppendSparse(StringBuilder text, int split, int denseLength)
    {
        if (denseLength > 0)
            text.Append(separator);
        text.Append(CultureInfo.InvariantCulture, $"{_length - denseLength}");
        if (_columns[split].Item == _items.Count)
        {
            // At least one pair shows that this is the sparse form.
            text.Append(separator).Append("0:").Append(_columns[split].Default);
            return;
        }

        foreach (var (field, value) in _items.Skip(_columns[split].Item))
            text.Append(separator).Append(CultureInfo.InvariantCulture, $"{field - denseLength}:").Append(value);
    }
}
