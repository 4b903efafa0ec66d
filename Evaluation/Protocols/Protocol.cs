namespace MlNetFashion.Evaluation;

/// <summary>How rows are split into what is trained on and what is judged on.</summary>
public abstract record Protocol
{
    /// <summary>What the protocol is called in reports, as "5 stratified folds".</summary>
    public abstract string Description { get; }

    /// <summary>Splits rows.</summary>
    /// <param name="labels">The class of each row, as any number that tells classes apart.</param>
    /// <exception cref="ArgumentException">Too few rows for so many splits.</exception>
    public abstract IReadOnlyList<Fold> Split(IReadOnlyList<int> labels);

    /// <summary>The folds in which each row is judged where <paramref name="foldOfRow"/> says, and trained on everywhere else.</summary>
    private protected static IReadOnlyList<Fold> ByTestFold(int[] foldOfRow, int folds)
    {
        var rows = Enumerable.Range(0, foldOfRow.Length).ToList();
        return
        [
            .. Enumerable.Range(0, folds).Select(fold => new Fold(
                [.. rows.Where(row => foldOfRow[row] != fold)], [.. rows.Where(row => foldOfRow[row] == fold)])),
        ];
    }

    private protected static void RequireRows(int rows, int splits, string what)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(splits, 2, "folds");
        if (rows < splits)
            throw new ArgumentException(FormattableString.Invariant($"{splits} folds need at least as many {what}. Received: {rows}."));
    }

    /// <summary>Fisher and Yates's shuffle.</summary>
    private protected static int[] Shuffled(IEnumerable<int> values, Random random)
    {
        var result = values.ToArray();
        random.Shuffle(result);
        return result;
    }
}
