namespace MlNetFashion.Evaluation;

/// <summary>
/// K folds, each judged once by a model trained on the others. Consecutive folds are those of scikit-learn's <c>KFold</c>: the first
/// rows % folds of them hold one row more. Shuffled ones have the same sizes.
/// </summary>
/// <param name="Folds">How many, at least 2.</param>
/// <param name="Shuffle">Whether rows are drawn at random; consecutive by default.</param>
/// <param name="Seed">Where the drawing starts; the same seed gives the same folds.</param>
public sealed record KFold(int Folds, bool Shuffle = false, int Seed = 0) : Protocol
{
    /// <inheritdoc/>
    public override string Description => FormattableString.Invariant($"{Folds} {(Shuffle ? "shuffled" : "consecutive")} folds");

    /// <inheritdoc/>
    public override IReadOnlyList<Fold> Split(IReadOnlyList<int> labels)
    {
        RequireRows(labels.Count, Folds, "rows");
        var order = Enumerable.Range(0, labels.Count);
        var rows = Shuffle ? Shuffled(order, new Random(Seed)) : [.. order];
        var foldOfRow = new int[labels.Count];
        var start = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var size = labels.Count / Folds + (fold < labels.Count % Folds ? 1 : 0);
            foreach (var row in rows.AsSpan(start, size))
                foldOfRow[row] = fold;
            start += size;
        }

        return ByTestFold(foldOfRow, Folds);
    }
}
