using Microsoft.ML.Data;

namespace Microsoft.ML.Trainers;

/// <summary>Where the rows of a view lie among the packed rows of a training set: a row that was left out lies nowhere.</summary>
internal sealed class RowPositions
{
    private const int PoolRows = 1000;
    private readonly IDataView _view;
    private readonly List<int> _rows = [];
    private readonly List<DataViewRowId> _ids = [];
    private bool _plain = true;
    private bool _whole = true;
    private Dictionary<DataViewRowId, int>? _byId;

    internal RowPositions(IDataView view)
    {
        _view = view;
    }

    internal bool CanShuffle => _view.CanShuffle;

    /// <summary>Notes the next row of the view: its place among the packed rows, or -1.</summary>
    internal void Add(DataViewRowId id, int row)
    {
        _plain &= id.High == 0 && id.Low == (ulong)_rows.Count;
        _whole &= row >= 0;
        _rows.Add(row);
        if (CanShuffle)
            _ids.Add(id);
    }

    /// <summary>
    /// The packed rows in the order in which the view gives them with <paramref name="random"/>, or, where it cannot shuffle, in which a pool of a thousand
    /// rows over it would.
    /// </summary>
    internal void Read(Random random, int[] order)
    {
        int filled = 0;
        if (CanShuffle)
        {
            Index();
            using DataViewRowCursor cursor = _view.GetRowCursor([], random);
            ValueGetter<DataViewRowId> getId = cursor.GetIdGetter();
            DataViewRowId id = default;
            while (cursor.MoveNext())
            {
                getId(ref id);
                int row = _plain ? _rows[(int)id.Low] : _byId!.GetValueOrDefault(id, -1);
                if (row >= 0 && filled < order.Length)
                    order[filled++] = row;
            }
        }
        else
        {
            // The generator that the source would be read with is drawn all the same.
            _ = new Runtime.TauswortheHybrid(random);
            var waiting = new int[_rows.Count];
            for (int i = 0; i < waiting.Length; i++)
                waiting[i] = i;
            for (int i = 0; i < waiting.Length; i++)
            {
                int drawn = i + random.Next(Math.Min(PoolRows, waiting.Length - i));
                (waiting[i], waiting[drawn]) = (waiting[drawn], waiting[i]);
                if (_whole)
                    order[filled++] = waiting[i];
                else if (_rows[waiting[i]] is >= 0 and var row)
                    order[filled++] = row;
            }
        }

        if (filled != order.Length)
            throw new InvalidOperationException($"A training set of {order.Length} usable rows at every pass was expected. Received: {filled} of them.");
    }

    private void Index()
    {
        if (_plain || _byId is not null)
            return;
        _byId = new Dictionary<DataViewRowId, int>(_ids.Count);
        for (int i = 0; i < _ids.Count; i++)
            _byId[_ids[i]] = _rows[i];
    }
}
