using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks.Tests.Planning;

public unsafe class ArenaTests
{
    [Fact]
    public void Buffers_are_zero_aligned_apart_and_counted()
    {
        var arena = new Arena();
        long[] lengths = [1, 16, 1000, 600_000, 7, 0, 100_000];
        var starts = new List<(nint Start, long Bytes)>();
        foreach (var length in lengths)
        {
            var buffer = arena.Floats(length);
            Assert.Equal(0, (nint)buffer % 64);
            for (var i = 0; i < length; i++)
            {
                Assert.Equal(0, buffer[i]);
                buffer[i] = float.NaN;
            }

            starts.Add(((nint)buffer, length * sizeof(float)));
        }

        foreach (var (first, second) in starts.Order().Zip(starts.Order().Skip(1)))
            Assert.True(first.Start + first.Bytes + 64 <= second.Start, "Two buffers are less than a cache line apart.");
        Assert.True(arena.Bytes >= lengths.Sum() * sizeof(float));
        GC.KeepAlive(arena);
    }
}
