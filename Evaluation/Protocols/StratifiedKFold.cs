namespace MlNetFashion.Evaluation;

/// <summary>
/// K folds with the classes in the same proportions in each, as far as whole rows allow. Consecutive ones are those of scikit-learn's
/// <c>StratifiedKFold</c>; shuffled ones have the same counts of each class.
/// </summary>
/// <remarks>
/// How many rows of a class a fold gets is found by dealing the rows, sorted by class, to the folds in turn like cards; which rows, by giving
/// the first of the class to the first fold and so on. Classes are taken in the order in which they first occur.
/// </remarks>
/// <param name="Folds">How many, at least 2.</param>
/// <param name="Shuffle">Whether the rows of a class are drawn at random; in their order by default.</param>
/// <param name="Seed">Where the drawing starts; the same seed gives the same folds.</param>
public sealed record StratifiedKFold(int Folds, bool Shuffle = false, int Seed = 0) : Protocol
{
    /// <inheritdoc/>
    public override string Description => FormattableString.Invariant($"{Folds} stratified {(Shuffle ? "shuffled " : "")}folds");

    /// <inheritdoc/>
    public override IReadOnlyList<Fold> Split(IReadOnlyList<int> labels)
    {
        var classes = Enumerable.Range(0, labels.Count).GroupBy(row => labels[row]).Select(group => group.ToArray()).ToList();
        RequireRows(classes.Select(rows => rows.Length).DefaultIfEmpty(0).Max(), Folds, "rows of at least one class");
        var random = new Random(Seed);
        var foldOfRow = new int[labels.Count];
        var dealt = 0;
        foreach (var rows in classes)
        {
            var shares = new int[Folds];
            for (var i = 0; i < rows.Length; i++)
                shares[(dealt + i) % Folds]++;
            dealt += rows.Length;

            var folds = Enumerable.Range(0, Folds).SelectMany(fold => Enumerable.Repeat(fold, shares[fold]));
            var placed = Shuffle ? Shuffled(folds, random) : [.. folds];
            for (var i = 0; i < rows.Length; i++)
                foldOfRow[rows[i]] = placed[i];
        }

        return ByTestFold(foldOfRow, Folds);
    }
}
