namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>Where a row of transformed tiles lies in a plane: its tiles of whole width side by side, and the narrower one at the edge of the image.</summary>
internal readonly unsafe struct RowOfTiles(float* whole, float* edge)
{
    public float* Whole => whole;

    public float* Edge => edge;

    /// <summary>The same row in another plane.</summary>
    public RowOfTiles Advance(nint distance) => new(whole + distance, edge + distance);
}
