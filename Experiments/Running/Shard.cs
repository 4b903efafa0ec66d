using System.Globalization;

namespace MlNetFashion.Experiments.Running;

/// <summary>One of several parts of a set of runs, for one job of an array: the parts are the same on every machine, and none overlaps.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">How many there are.</param>
internal sealed record Shard(int Number, int Count)
{
    /// <summary>Everything.</summary>
    public static readonly Shard Whole = new(1, 1);

    /// <summary>Reads "2/8".</summary>
    /// <returns>Null where the text is none.</returns>
    public static Shard? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && number >= 1 && number <= count
            ? new Shard(number, count)
            : null;
    }

    /// <summary>This part of the runs, in their order. The longest chains are dealt first, each to the part that has least to do.</summary>
    public IReadOnlyList<PlannedRun> Of(IReadOnlyList<PlannedRun> runs)
    {
        if (Count == 1)
            return runs;
        var mine = Deal(runs.GroupBy(run => run.Chain).Select(chain => (chain.Key, chain.Sum(run => run.Work))).OrderBy(chain => chain.Key, StringComparer.Ordinal));
        return [.. runs.Where(run => mine.Contains(run.Chain))];
    }

    /// <summary>This part of so many folds that take about as long each.</summary>
    public IReadOnlyList<int> Of(int folds) => [.. Enumerable.Range(0, folds).Where(fold => fold % Count == Number - 1)];

    /// <summary>This part of pieces of work: the longest are dealt first, those of one length in their order, each to the part that has least to do.</summary>
    public IReadOnlySet<T> Deal<T>(IEnumerable<(T Piece, double Work)> pieces)
    {
        var loads = new double[Count];
        var mine = new HashSet<T>();
        foreach (var (piece, work) in pieces.OrderByDescending(piece => piece.Work))
        {
            var part = Array.IndexOf(loads, loads.Min());
            loads[part] += work;
            if (part == Number - 1)
                mine.Add(piece);
        }

        return mine;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
