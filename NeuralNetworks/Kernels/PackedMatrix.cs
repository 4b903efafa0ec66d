namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// How a matrix lies in panels: its columns are cut into panels two vectors wide (the last one maybe one), each panel is stored row by
/// row, one panel after the other. A kernel reads a panel from front to back, and no row stride is a power of two.
/// </summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Vectors">Number of columns, in vectors.</param>
/// <param name="Width">Floats in a vector.</param>
internal readonly record struct PackedMatrix(int Rows, int Vectors, int Width)
{
    public int Count => checked(Rows * Vectors * Width);

    public int Panels => (Vectors + 1) / 2;

    /// <summary>From one panel to the next.</summary>
    public nint PanelStride => (nint)Rows * 2 * Width;

    /// <summary>Number of vectors in a row of a panel: 2, or 1 in the last where their number is odd.</summary>
    public int PanelVectors(int panel) => (2 * panel) + 1 < Vectors ? 2 : 1;

    /// <summary>From one row of a panel to the next.</summary>
    public int RowStride(int panel) => PanelVectors(panel) * Width;

    public nint Offset(int row, int column)
    {
        var panel = column / (2 * Width);
        return (panel * PanelStride) + ((nint)row * RowStride(panel)) + (column % (2 * Width));
    }
}
