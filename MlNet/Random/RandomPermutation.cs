namespace Microsoft.ML.Runtime;

/// <summary>Random orders of rows.</summary>
internal static class RandomPermutation
{
    /// <summary>A Fisher-Yates permutation of <c>0..count-1</c>; draws <c>count</c> numbers.</summary>
    internal static int[] Of(int count, Random random)
    {
        var order = new int[count];
        Fill(order, random);
        return order;
    }

    /// <summary>As <see cref="Of"/>, into memory that is there already.</summary>
    internal static void Fill(Span<int> order, Random random)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int i = 0; i < order.Length; i++)
        {
            int j = i + random.Next(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
