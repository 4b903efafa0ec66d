namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// The runs of every plane. Planes differ in this only by which edges' tiles they lie beyond, so that few of them have to be worked out.
/// </summary>
/// <param name="runs">By the edges that a plane is beyond, as bits; as many places for each, the last ones empty.</param>
/// <param name="places">Places for each.</param>
/// <param name="columns">Points of a row of planes.</param>
/// <param name="lower">The lower edge's bit, and the rows of points that its tiles have.</param>
/// <param name="right">The same of the right edge, with columns of points.</param>
internal readonly ref struct TileRuns(ReadOnlySpan<TileRun> runs, int places, int columns, (int Bit, int Points) lower, (int Bit, int Points) right)
{
    private readonly ReadOnlySpan<TileRun> _runs = runs;

    /// <summary>The runs of a plane.</summary>
    public ReadOnlySpan<TileRun> this[int plane]
    {
        get
        {
            var (i, j) = Math.DivRem(plane, columns);
            var beyond = (i < lower.Points ? 0 : lower.Bit) | (j < right.Points ? 0 : right.Bit);
            var count = 0;
            while (count < places && _runs[(beyond * places) + count].Count > 0)
                count++;
            return _runs.Slice(beyond * places, count);
        }
    }
}
