namespace MlNetFashion.Pipelines;

/// <summary>
/// A grey picture that outlines are painted on. Each row is cut into four lines; on a line, what an outline covers of each pixel
/// is exact. Additions, multiplications and divisions only, in a fixed order: the same bytes on every machine.
/// </summary>
internal sealed class SketchCanvas
{
    public const int Side = 28;
    private const int LinesPerRow = 4;

    /// <summary>Rows and columns of the net of random greys that makes cloth uneven, one node every eight pixels.</summary>
    private const int ClothNodes = 5;

    private const int ClothStep = 8;

    private readonly double[] _grey = new double[Side * Side];
    private readonly double[] _cover = new double[Side];
    private readonly double[] _cloth = new double[ClothNodes * ClothNodes];
    private readonly double[] _crossings = new double[64];
    private double _grain;

    public SketchPath Path { get; } = new();

    /// <summary>Black, with a new piece of cloth.</summary>
    public void Clear(ref SplitMix64 random)
    {
        Array.Clear(_grey);
        var unevenness = random.Range(2, 22);
        foreach (ref var node in _cloth.AsSpan())
            node = unevenness * random.Bell();
        _grain = random.Range(1, 9);
    }

    /// <summary>Paints the inside of <see cref="Path"/>.</summary>
    public void Fill(in SketchPaint paint, double opacity = 1)
    {
        var (top, bottom) = (double.MaxValue, double.MinValue);
        foreach (var (_, y) in Path.Points)
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));

        var last = (int)Math.Min(Side - 1, Math.Floor(bottom));
        for (var row = (int)Math.Max(0, Math.Floor(top)); row <= last; row++)
        {
            Array.Clear(_cover);
            for (var line = 0; line < LinesPerRow; line++)
                Cover(row + (line + 0.5) / LinesPerRow);

            for (var x = 0; x < Side; x++)
            {
                if (_cover[x] <= 0)
                    continue;
                var part = opacity * Math.Min(1, _cover[x] / LinesPerRow);
                ref var grey = ref _grey[row * Side + x];
                grey += part * (paint.At(x, row) + Cloth(x, row) - grey);
            }
        }
    }

    /// <summary>The picture as bytes, with grain where there is cloth and a speck here and there on the background.</summary>
    public void Write(Span<byte> pixels, ref SplitMix64 random, double specks)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            var grey = _grey[i];
            if (grey > 4)
                grey += _grain * random.Bell();
            else if (specks > 0 && random.Chance(specks))
                grey += random.Range(5, 90);
            pixels[i] = (byte)Math.Clamp(Math.Floor(grey + 0.5), 0, 255);
        }
    }

    /// <summary>Adds what the outline covers of each pixel on the line at height <paramref name="y"/> (even-odd rule).</summary>
    private void Cover(double y)
    {
        var count = 0;
        var points = Path.Points;
        var (fromX, fromY) = points[^1];
        foreach (var (x, toY) in points)
        {
            if (fromY <= y != toY <= y && count < _crossings.Length)
                _crossings[count++] = fromX + (y - fromY) / (toY - fromY) * (x - fromX);
            (fromX, fromY) = (x, toY);
        }

        Array.Sort(_crossings, 0, count);
        for (var i = 0; i + 1 < count; i += 2)
        {
            var left = Math.Max(0, _crossings[i]);
            var right = Math.Min(Side, _crossings[i + 1]);
            for (var x = (int)Math.Floor(left); x < right; x++)
                _cover[x] += Math.Min(right, x + 1) - Math.Max(left, x);
        }
    }

    /// <summary>The cloth's unevenness at a pixel: between the four nodes around it, by distance.</summary>
    private double Cloth(int x, int y)
    {
        var node = y / ClothStep * ClothNodes + x / ClothStep;
        var (right, down) = (x % ClothStep / (double)ClothStep, y % ClothStep / (double)ClothStep);
        var upper = _cloth[node] + right * (_cloth[node + 1] - _cloth[node]);
        var lower = _cloth[node + ClothNodes] + right * (_cloth[node + ClothNodes + 1] - _cloth[node + ClothNodes]);
        return upper + down * (lower - upper);
    }
}
