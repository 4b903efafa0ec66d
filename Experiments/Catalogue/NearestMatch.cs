namespace MlNetFashion.Experiments.Catalogue;

/// <summary>Finds what a misspelt word was meant to be.</summary>
internal static class NearestMatch
{
    /// <summary>
    /// The candidate with the fewest edits to <paramref name="word"/>, without regard to case, or null where none is near: more than a third
    /// of the letters (and more than two) would have to change. A name like <c>safaei/cnn_1</c> is also compared by its last part alone.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        var allowed = Math.Max(2, word.Length / 3);
        return candidates
            .Select(candidate => (candidate, edits: Edits(word, candidate)))
            .Where(pair => pair.edits <= allowed && pair.edits < Math.Max(word.Length, 2))
            .OrderBy(pair => pair.edits)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    private static int Edits(string word, string candidate)
    {
        var whole = Distance(word, candidate);
        var slash = candidate.LastIndexOf('/');
        return slash < 0 || word.Contains('/', StringComparison.Ordinal) ? whole : Math.Min(whole, Distance(word, candidate[(slash + 1)..]));
    }

    /// <summary>
    /// The number of letters to insert, delete, replace or swap with their neighbour that makes one word of the other, without regard to case
    /// (optimal string alignment distance: Damerau 1964, without editing a swapped pair again).
    /// </summary>
    public static int Distance(string first, string second)
    {
        var rows = new int[first.Length + 1, second.Length + 1];
        for (var i = 0; i <= first.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= second.Length; j++)
            rows[0, j] = j;

        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                var replace = rows[i - 1, j - 1] + (Same(first[i - 1], second[j - 1]) ? 0 : 1);
                rows[i, j] = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(first[i - 1], second[j - 2]) && Same(first[i - 2], second[j - 1]))
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[first.Length, second.Length];
    }

    private static bool Same(char first, char second) => char.ToLowerInvariant(first) == char.ToLowerInvariant(second);
}
