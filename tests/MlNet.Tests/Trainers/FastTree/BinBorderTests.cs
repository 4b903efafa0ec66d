using Microsoft.ML.Trainers.FastTree;

namespace MlNetFashion.MlNet.Tests.Trainers.FastTree;

public sealed class BinBorderTests
{
    [Fact]
    public void The_heap_gives_the_greatest_gain_first()
    {
        var heap = new GainHeap<char>(8);
        foreach ((char item, long gain) in new[] { ('a', 5L), ('b', 7L), ('c', 5L), ('d', 9L), ('e', 7L) })
            heap.Add(item, gain);

        // Among equal gains the shape of the heap decides.
        Assert.Equal("debca", string.Concat(Enumerable.Range(0, 5).Select(_ => heap.Take())));
        Assert.Equal(0, heap.Count);
    }

    [Fact]
    public void What_is_removed_does_not_come_out()
    {
        var heap = new GainHeap<int>(8);
        GainHeap<int>.Entry[] entries = [.. Enumerable.Range(0, 60).Select(item => heap.Add(item, item * 37 % 20))];
        for (int item = 0; item < 60; item += 4)
            heap.Remove(entries[item]);
        int[] left = [.. Enumerable.Range(0, heap.Count).Select(_ => heap.Take()).Order()];
        Assert.Equal(Enumerable.Range(0, 60).Where(item => item % 4 != 0), left);
    }

    [Theory]
    [InlineData(new[] { 9, 2, 2, 9 }, 3, new[] { 0, 1, 3, 4 })]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1 }, 4, new[] { 0, 2, 4, 6, 8 })]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 40 }, 3, new[] { 0, 4, 7, 8 })]
    public void Borders_make_bins_as_equal_as_may_be(int[] counts, int bins, int[] borders)
    {
        Assert.Equal(borders, new BinBorders(counts, bins).Place());
    }
}
