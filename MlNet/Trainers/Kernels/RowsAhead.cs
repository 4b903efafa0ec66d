namespace Microsoft.ML.Trainers;

/// <summary>The cache lines of the rows to come, handed out piece by piece to the loops that call them in.</summary>
internal unsafe struct RowsAhead
{
    /// <summary>Floats of a cache line.</summary>
    internal const int Line = 16;

    private readonly float* _end;
    private float* _next;

    /// <summary>Lines from <paramref name="start"/> up to <paramref name="end"/>; none where both are equal.</summary>
    internal RowsAhead(float* start, float* end)
    {
        _next = start;
        _end = end;
    }

    /// <summary>The start of the next so many lines. Past the end the last lines are handed out again: calling in what is there costs nothing.</summary>
    internal float* Take(int lines)
    {
        float* taken = _next;
        if (_next < _end)
            _next += (nint)lines * Line;
        return taken;
    }
}
