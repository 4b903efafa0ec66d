namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// A binary heap that gives the greatest gain first and lets entries be removed. Among equal gains its shape decides: an entry moves only past a lesser one,
/// and of two equal children the left one is the greater.
/// </summary>
internal sealed class GainHeap<T>(int capacity)
{
    private readonly List<Entry> _entries = new(capacity);

    internal int Count => _entries.Count;

    internal Entry Add(T item, long gain)
    {
        var entry = new Entry(item, gain);
        _entries.Add(entry);
        int place = _entries.Count - 1;
        while (place > 0 && _entries[(place - 1) / 2].Gain < gain)
        {
            Put(_entries[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }

        Put(entry, place);
        return entry;
    }

    internal T Take()
    {
        Entry first = _entries[0];
        Remove(first);
        return first.Item;
    }

    internal void Remove(Entry entry)
    {
        Entry last = _entries[^1];
        _entries.RemoveAt(_entries.Count - 1);
        if (last == entry)
            return;

        // The last entry takes the place and sinks from there; it never rises.
        int place = entry.Place;
        for (int child = (2 * place) + 1; child < _entries.Count; child = (2 * place) + 1)
        {
            if (child + 1 < _entries.Count && _entries[child].Gain < _entries[child + 1].Gain)
                child++;
            if (last.Gain >= _entries[child].Gain)
                break;
            Put(_entries[child], place);
            place = child;
        }

        Put(last, place);
    }

    private void Put(Entry entry, int place)
    {
        _entries[place] = entry;
        entry.Place = place;
    }

    /// <summary>An item in the heap.</summary>
    internal sealed class Entry(T item, long gain)
    {
        internal T Item => item;

        internal long Gain => gain;

        internal int Place { get; set; }
    }
}
