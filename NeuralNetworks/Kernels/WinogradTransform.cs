namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// Transforms of Winograd's F(m x n, r x r) for r = 3 or 5 taps, Y = A^T [(G g G^T) * (B^T d B)] A (Lavin and Gray 2016), and their adjoints,
/// along one axis and then along the other. A row of tiles at a time, channels in the lanes; element (i, j) of every transformed tile lies in plane
/// <c>columns.Points * i + j</c>, so that the product is one matrix product a plane.
/// </summary>
/// <remarks>
/// Image and planes hold <c>[.., channels]</c>; a row of an image and a plane are given by their distance to the next. Tiles of whole width and the
/// narrower one at the edge lie apart in the planes (<see cref="RowOfTiles"/>). The strips are scratch of <see cref="StripLength"/> floats.
/// </remarks>
internal sealed unsafe class WinogradTransform<TSimd, TVector>(WinogradAxis rows, WinogradAxis columns)
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>Of a kernel, along each axis.</summary>
    public int Taps => rows.Taps;

    /// <summary>Elements of the largest tile when transformed.</summary>
    public int Planes => rows.Points * columns.Points;

    /// <summary>Floats of scratch that a row of tiles needs.</summary>
    public long StripLength(int channels) => (long)rows.Points * columns.Patch * channels;

    /// <summary>Floats of scratch that a run of kernels needs.</summary>
    public long KernelScratch(int length) => (long)rows.Points * Taps * length;

    /// <summary>Patches of an image to planes: B^T d B.</summary>
    public void Input(int tileRow, float* image, nint row, RowOfTiles planes, nint plane, int channels, float* strips)
    {
        nint strip = (nint)columns.Patch * channels;
        var outputs = rows.Outputs(tileRow);
        WinogradLines<TSimd, TVector>.Input(outputs, Taps, new WinogradLine(strip, row, strip), image, strips);
        var (whole, edge) = (WholeColumns(channels, plane), EdgeColumn(channels, plane));
        for (var i = 0; i < rows.PixelsOf(outputs); i++, strips += strip, planes = planes.Advance(columns.Points * plane))
        {
            if (columns.WholeTiles > 0)
                WinogradLines<TSimd, TVector>.Input(columns.LargestOutputs, Taps, whole, strips, planes.Whole);
            if (columns.EdgeOutputs > 0)
                WinogradLines<TSimd, TVector>.Input(columns.EdgeOutputs, Taps, edge, strips + EdgeColumnAt(channels), planes.Edge);
        }
    }

    /// <summary>The way back: adds B g B^T to the patches.</summary>
    public void InputAdjoint(int tileRow, RowOfTiles planes, nint plane, float* image, nint row, int channels, float* strips)
    {
        nint strip = (nint)columns.Patch * channels;
        var outputs = rows.Outputs(tileRow);
        Vectors<TSimd, TVector>.Clear(strips, rows.PixelsOf(outputs) * strip);
        var (whole, edge) = (WholeColumns(channels, plane).Reversed(), EdgeColumn(channels, plane).Reversed());
        for (var i = 0; i < rows.PixelsOf(outputs); i++, planes = planes.Advance(columns.Points * plane))
        {
            if (columns.WholeTiles > 0)
                WinogradLines<TSimd, TVector>.InputAdjoint(columns.LargestOutputs, Taps, whole, planes.Whole, strips + (i * strip));
            if (columns.EdgeOutputs > 0)
                WinogradLines<TSimd, TVector>.InputAdjoint(columns.EdgeOutputs, Taps, edge, planes.Edge, strips + (i * strip) + EdgeColumnAt(channels));
        }

        WinogradLines<TSimd, TVector>.InputAdjoint(outputs, Taps, new WinogradLine(strip, strip, row), strips, image);
    }

    /// <summary>Planes of products to rows of outputs, <c>columns.Covered</c> wide: A^T m A.</summary>
    public void Output(int tileRow, RowOfTiles planes, nint plane, float* image, int channels, float* strips)
    {
        nint strip = (nint)columns.Covered * channels;
        var outputs = rows.Outputs(tileRow);
        var (whole, edge) = (WholeColumns(channels, plane).Reversed(), EdgeColumn(channels, plane).Reversed());
        for (var i = 0; i < rows.PixelsOf(outputs); i++, planes = planes.Advance(columns.Points * plane))
        {
            if (columns.WholeTiles > 0)
                WinogradLines<TSimd, TVector>.Output(columns.LargestOutputs, Taps, whole, planes.Whole, strips + (i * strip));
            if (columns.EdgeOutputs > 0)
                WinogradLines<TSimd, TVector>.Output(columns.EdgeOutputs, Taps, edge, planes.Edge, strips + (i * strip) + EdgeColumnAt(channels));
        }

        WinogradLines<TSimd, TVector>.Output(outputs, Taps, new WinogradLine(strip, strip, strip), strips, image);
    }

    /// <summary>The way back: rows of gradients to planes, A g A^T.</summary>
    public void OutputAdjoint(int tileRow, float* image, RowOfTiles planes, nint plane, int channels, float* strips)
    {
        nint strip = (nint)columns.Covered * channels;
        var outputs = rows.Outputs(tileRow);
        WinogradLines<TSimd, TVector>.OutputAdjoint(outputs, Taps, new WinogradLine(strip, strip, strip), image, strips);
        var (whole, edge) = (WholeColumns(channels, plane), EdgeColumn(channels, plane));
        for (var i = 0; i < rows.PixelsOf(outputs); i++, strips += strip, planes = planes.Advance(columns.Points * plane))
        {
            if (columns.WholeTiles > 0)
                WinogradLines<TSimd, TVector>.OutputAdjoint(columns.LargestOutputs, Taps, whole, strips, planes.Whole);
            if (columns.EdgeOutputs > 0)
                WinogradLines<TSimd, TVector>.OutputAdjoint(columns.EdgeOutputs, Taps, edge, strips + EdgeColumnAt(channels), planes.Edge);
        }
    }

    /// <summary>All taps of a run of kernels to planes: G g G^T.</summary>
    public void Kernel(float* taps, nint tap, float* planes, nint plane, int length, float* scratch)
    {
        WinogradLines<TSimd, TVector>.Kernel(rows.LargestOutputs, Taps, new WinogradLine(length, Taps * tap, Taps * length, Taps, tap, length), taps, scratch);
        WinogradLines<TSimd, TVector>.Kernel(columns.LargestOutputs, Taps, new WinogradLine(length, length, plane, rows.Points, Taps * length, columns.Points * plane), scratch, planes);
    }

    /// <summary>The way back: planes of gradients to those of the taps, G^T g G.</summary>
    public void KernelAdjoint(float* planes, nint plane, float* taps, nint tap, int length, float* scratch)
    {
        WinogradLines<TSimd, TVector>.KernelAdjoint(columns.LargestOutputs, Taps, new WinogradLine(length, plane, length, rows.Points, columns.Points * plane, Taps * length), planes, scratch);
        WinogradLines<TSimd, TVector>.KernelAdjoint(rows.LargestOutputs, Taps, new WinogradLine(length, Taps * length, Taps * tap, Taps, length, tap), scratch, taps);
    }

    private nint EdgeColumnAt(int channels) => (nint)columns.First(columns.WholeTiles) * channels;

    /// <summary>From pixels to planes, tile after tile.</summary>
    private WinogradLine WholeColumns(int channels, nint plane) => new(channels, channels, plane, columns.WholeTiles, (nint)columns.LargestOutputs * channels, channels);

    private static WinogradLine EdgeColumn(int channels, nint plane) => new(channels, channels, plane);
}
