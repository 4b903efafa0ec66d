namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>
/// The places of a product C[row, column] = A[row, column] * B: rows of an image, say, and in each a number of columns, whose values of A lie in segments as
/// <see cref="Kernels.ProductShape"/> has them. All strides count floats.
/// </summary>
internal unsafe struct ProductJob
{
    public float* A;
    public float* C;

    /// <summary>Added to C before it is limited; laid out like C. Null for none.</summary>
    public float* Residual;

    public int Segments;

    /// <summary>Where each segment of a window begins.</summary>
    public nint* Offsets;

    /// <summary>Length of a segment.</summary>
    public int Depth;

    public nint ADepth;

    /// <summary>From one column to the next.</summary>
    public nint AColumn;
    public nint CColumn;

    public int Images;
    public nint AImage;

    /// <summary>Rows of an image; those of C follow one upon another over all images.</summary>
    public int Rows;
    public nint ARow;
    public int Columns;

    /// <summary>Lower and upper limit of what is stored.</summary>
    public float Lowest;
    public float Highest;

    public bool IsLimited => Lowest != float.NegativeInfinity || Highest != float.PositiveInfinity;
}
