namespace Microsoft.Data.Analysis;

/// <summary>Helps with joins.</summary>
public static class DataFrameJoinExtensions
{
    /// <summary>The numbers that are in both of two rising lists, in their order; as often as in the one that has them less often.</summary>
    public static IList<long> GetSortedListsIntersection(IReadOnlyList<long> sortedList1, IReadOnlyList<long> sortedList2)
    {
        ArgumentNullException.ThrowIfNull(sortedList1);
        ArgumentNullException.ThrowIfNull(sortedList2);
        var result = new List<long>();
        int first = 0, second = 0;
        while (first < sortedList1.Count && second < sortedList2.Count)
        {
            var order = sortedList1[first].CompareTo(sortedList2[second]);
            if (order == 0)
                result.Add(sortedList1[first]);
            first += order <= 0 ? 1 : 0;
            second += order >= 0 ? 1 : 0;
        }

        return result;
    }
}
