namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// Memory that later work wants, in pieces, asked for line by line while matrix products run: they leave the memory idle, and what is asked for at
/// one go has to be waited for. For one worker.
/// </summary>
internal sealed unsafe class Lookahead
{
    private readonly List<(nint First, int Lines)> _pieces = [];
    private int _piece;
    private int _line;

    /// <summary>Forgets what was not asked for yet.</summary>
    public void Clear()
    {
        _pieces.Clear();
        (_piece, _line) = (0, 0);
    }

    /// <summary>Wants so many floats.</summary>
    public void Add(float* first, int count) => _pieces.Add(((nint)first, (count + Cache.Line - 1) / Cache.Line));

    /// <summary>Where a product of <paramref name="steps"/> steps begins to ask; null once all has been asked for. What lies behind a piece may be asked for, too.</summary>
    public float* Take(int steps)
    {
        if (_piece == _pieces.Count)
            return null;
        var (first, lines) = _pieces[_piece];
        var address = (float*)first + (_line * Cache.Line);
        _line += steps;
        if (_line >= lines)
            (_piece, _line) = (_piece + 1, 0);
        return address;
    }
}
