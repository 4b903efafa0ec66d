namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// How a row of A, which is mostly zeros, meets B and a row of C, which lie in panels of two vectors. Strides count floats.
/// </summary>
internal struct SparseShape
{
    /// <summary>The first number of A's row, and B's row that it meets.</summary>
    public int First;

    /// <summary>How many numbers of A's row.</summary>
    public int Depth;

    /// <summary>From one row of B to the next.</summary>
    public nint BRow;

    /// <summary>The same in a panel of one vector.</summary>
    public nint BNarrowRow;

    /// <summary>From one panel of B to the next.</summary>
    public nint BPanel;

    /// <summary>From one panel of C to the next.</summary>
    public nint CPanel;

    /// <summary>Whether C is added to instead of overwritten.</summary>
    public bool Accumulate;
}
