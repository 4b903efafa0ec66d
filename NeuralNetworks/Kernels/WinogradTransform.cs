namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// Transforms of Winograd's F(n x n, 3x3), Y = A^T [(G g G^T) * (B^T d B)] A (Lavin and Gray 2016), and their adjoints. A row of tiles at a time,
/// channels in the lanes; element (i, j) of every transformed tile lies in plane (n + 2) * i + j, so that the product is one matrix product a plane.
/// </summary>
/// <remarks>Image and planes hold <c>[.., channels]</c>; a row of an image and a plane are given by their distance to the next.</remarks>
internal abstract unsafe class WinogradTransform<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>n: rows and columns of outputs a tile gives.</summary>
    public abstract int Outputs { get; }

    /// <summary>Rows and columns of the patch a tile reads.</summary>
    public int Patch => Outputs + 2;

    public int Planes => Patch * Patch;

    /// <summary>Whichever of F(2x2) and F(4x4) multiplies less for an image of outputs; the smaller where there is little in it, as its transforms cost less.</summary>
    public static WinogradTransform<TSimd, TVector> For(int rows, int columns)
    {
        var (two, four) = (new WinogradTile2<TSimd, TVector>(), new WinogradTile4<TSimd, TVector>());
        return 10 * four.Multiplications(rows, columns) < 9 * two.Multiplications(rows, columns) ? four : two;
    }

    /// <summary>Tiles needed for that many rows or columns.</summary>
    public int Tiles(int length) => (length + Outputs - 1) / Outputs;

    /// <summary>Patches of an image, n pixels apart, to planes: B^T d B.</summary>
    public abstract void InputRow(float* image, nint row, float* planes, nint plane, int channels, int tiles);

    /// <summary>The way back: adds B g B^T to the patches.</summary>
    public abstract void InputRowAdjoint(float* planes, nint plane, float* image, nint row, int channels, int tiles);

    /// <summary>Planes of products to n rows of pixels: A^T m A.</summary>
    public abstract void OutputRow(float* planes, nint plane, float* image, nint row, int channels, int tiles);

    /// <summary>The way back: n rows of gradients to planes, A g A^T.</summary>
    public abstract void OutputRowAdjoint(float* image, nint row, float* planes, nint plane, int channels, int tiles);

    /// <summary>Nine taps of one vector of filters to planes: G g G^T.</summary>
    public abstract void Kernel(float* taps, nint tap, float* planes, nint plane);

    /// <summary>The way back: planes of gradients to those of the taps, G^T g G.</summary>
    public abstract void KernelAdjoint(float* planes, nint plane, float* taps, nint tap);

    private int Multiplications(int rows, int columns) => Planes * Tiles(rows) * Tiles(columns);
}
