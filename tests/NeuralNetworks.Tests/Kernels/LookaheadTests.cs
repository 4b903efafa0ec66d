using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Tests.Kernels;

public unsafe class LookaheadTests
{
    [Fact]
    public void Pieces_are_asked_for_in_order_each_to_its_end()
    {
        var memory = stackalloc float[1000];
        var ahead = new Lookahead();
        ahead.Add(memory, 5 * Cache.Line);
        ahead.Add(memory + 500, (2 * Cache.Line) - 3);

        int?[] taken = [.. Enumerable.Range(0, 4).Select(_ => Take(3))];

        Assert.Equal([0, 3 * Cache.Line, 500, null], taken);

        int? Take(int steps)
        {
            var address = ahead.Take(steps);
            return address == null ? null : (int)(address - memory);
        }
    }

    [Fact]
    public void What_is_cleared_is_not_asked_for()
    {
        var memory = stackalloc float[100];
        var ahead = new Lookahead();
        ahead.Add(memory, 100);
        ahead.Take(1);

        ahead.Clear();

        Assert.True(ahead.Take(1) == null);
        ahead.Add(memory, 100);
        Assert.True(ahead.Take(1) == memory);
    }
}
