using System.Numerics;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>The different values of one column and how often each occurs, ascending. Few values, as pixels have, are counted without sorting the column.</summary>
internal sealed class DistinctValues
{
    private const int Slots = 4096;
    private const int MostHashed = 1024;
    private readonly uint[] _keys = new uint[Slots];
    private readonly int[] _slots = new int[Slots];
    private float[] _values = new float[MostHashed];
    private int[] _counts = new int[MostHashed];
    private int _length;
    private bool _hashed;

    internal ReadOnlySpan<float> Values => _values.AsSpan(0, _length);

    internal ReadOnlySpan<int> Counts => _counts.AsSpan(0, _length);

    /// <summary>Counts the values of a column; zeros of either sign are one value.</summary>
    internal void Count(ReadOnlySpan<float> column)
    {
        _hashed = TryHash(column);
        if (!_hashed)
            Sort(column);
    }

    /// <summary>The bin of each row of the column counted last: the first whose upper bound is not below the value.</summary>
    internal void Assign(ReadOnlySpan<float> column, ReadOnlySpan<float> upperBounds, Span<byte> bins)
    {
        if (!_hashed)
        {
            for (int i = 0; i < column.Length; i++)
                bins[i] = (byte)FirstNotBelow(upperBounds, column[i] + 0f);
            return;
        }

        int bin = 0;
        for (int rank = 0; rank < _length; rank++)
        {
            while (_values[rank] > upperBounds[bin])
                bin++;
            _slots[Slot(BitConverter.SingleToUInt32Bits(_values[rank]))] = bin + 1;
        }

        for (int i = 0; i < column.Length; i++)
            bins[i] = (byte)(_slots[Slot(BitConverter.SingleToUInt32Bits(column[i] + 0f))] - 1);
    }

    private static int FirstNotBelow(ReadOnlySpan<float> upperBounds, float value)
    {
        int low = 0;
        int high = upperBounds.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (value <= upperBounds[middle])
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private bool TryHash(ReadOnlySpan<float> column)
    {
        Array.Clear(_slots);
        Array.Clear(_counts);
        _length = 0;
        foreach (float value in column)
        {
            // The sum with zero turns a negative zero into a positive one.
            uint key = BitConverter.SingleToUInt32Bits(value + 0f);
            int slot = Slot(key);
            if (_slots[slot] == 0)
            {
                if (_length == MostHashed)
                    return false;
                _keys[slot] = key;
                _values[_length++] = value + 0f;
                _slots[slot] = _length;
            }

            _counts[_slots[slot] - 1]++;
        }

        Array.Sort(_values, _counts, 0, _length);
        return true;
    }

    private int Slot(uint key)
    {
        uint slot = (key * 0x9E3779B1u) >> (32 - BitOperations.Log2(Slots));
        while (_slots[slot] != 0 && _keys[slot] != key)
            slot = (slot + 1) % Slots;
        return (int)slot;
    }

    private void Sort(ReadOnlySpan<float> column)
    {
        float[] sorted = column.ToArray();
        Array.Sort(sorted);
        if (_values.Length < sorted.Length)
        {
            _values = new float[sorted.Length];
            _counts = new int[sorted.Length];
        }

        _length = 0;
        foreach (float value in sorted)
        {
            if (_length == 0 || _values[_length - 1] != value)
            {
                _values[_length] = value + 0f;
                _counts[_length++] = 0;
            }

            _counts[_length - 1]++;
        }
    }
}
