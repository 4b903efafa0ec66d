namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// The strides of a product C[i, j] (+)= sum over s, k of A[Offsets[s] + i * ARow + k * ADepth] * B[s * Depth + k, j]. Strides and offsets
/// count floats. The free strides of A make one kernel serve forward passes, input gradients and weight gradients; the segments let
/// it walk the rows of a convolution's window without copying them together.
/// </summary>
internal unsafe struct ProductShape
{
    /// <summary>Number of pieces the depth is cut into.</summary>
    public int Segments;

    /// <summary>Where each piece begins in A.</summary>
    public nint* Offsets;

    /// <summary>Length of a piece.</summary>
    public int Depth;

    public nint ARow;
    public nint ADepth;

    /// <summary>From one row of C to the next.</summary>
    public nint CRow;

    /// <summary>Whether C is added to instead of overwritten.</summary>
    public bool Accumulate;

    /// <summary>Memory that is wanted next, or null: a cache line of it is asked for with each step of the depth.</summary>
    public float* Ahead;
}
