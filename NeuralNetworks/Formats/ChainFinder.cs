namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>
/// Finds the operations between two values of a graph, walking backwards: each must read one value that is no constant, but for
/// sums, whose two branches must come together again at an earlier value.
/// </summary>
/// <param name="source">The value where the chain begins.</param>
/// <param name="producer">The operation that gives a value.</param>
/// <param name="dataOf">The values that an operation reads, without constants, each once.</param>
/// <param name="isSum">Whether an operation adds its two inputs.</param>
/// <param name="describe">An operation as error sentences name it.</param>
internal sealed class ChainFinder<TNode>(
    string source, Func<string, TNode> producer, Func<TNode, string[]> dataOf, Func<TNode, bool> isSum, Func<TNode, string> describe)
{
    private const int LongestChain = 10_000;
    private const int MostSums = 500;

    // By value: the operation that gives it, and the value on the main line before.
    private readonly Dictionary<string, (ChainLink<TNode> Link, string Before)> _steps = new(StringComparer.Ordinal);
    private int _depth;

    /// <exception cref="InvalidDataException">There is no such chain.</exception>
    public IReadOnlyList<ChainLink<TNode>> To(string output) => Between(source, output);

    private List<ChainLink<TNode>> Between(string start, string end)
    {
        var chain = new List<ChainLink<TNode>>();
        for (var at = end; at != start;)
        {
            var (link, before) = StepTo(at);
            if (chain.Count == LongestChain)
                throw new InvalidDataException($"{describe(link.Node)} lies on a chain of more than {LongestChain} operations, or on a circle.");
            chain.Add(link);
            at = before;
        }

        chain.Reverse();
        return chain;
    }

    private (ChainLink<TNode> Link, string Before) StepTo(string value)
    {
        if (_steps.TryGetValue(value, out var known))
            return known;
        var node = producer(value);
        var data = dataOf(node);
        return _steps[value] = data switch
        {
            [var only] => (new ChainLink<TNode>(node), only),
            [var left, var right] when isSum(node) => Sum(node, left, right),
            _ => throw new InvalidDataException($"{describe(node)} has {data.Length} inputs that are no constants; expected one."),
        };
    }

    private (ChainLink<TNode> Link, string Before) Sum(TNode node, string left, string right)
    {
        if (++_depth > MostSums)
            throw new InvalidDataException($"{describe(node)} is the end of more than {MostSums} sums, or of a circle.");
        var fork = ForkOf(node, left, right);
        _depth--;
        var (body, shortcut) = (Between(fork, left), Between(fork, right));
        if (body.Count < shortcut.Count)
            (body, shortcut) = (shortcut, body);
        return (new ChainLink<TNode>(node) { Body = body, Shortcut = shortcut }, fork);
    }

    /// <summary>The latest value that both branches come of.</summary>
    private string ForkOf(TNode node, string left, string right)
    {
        var ofLeft = new HashSet<string>(StringComparer.Ordinal);
        for (var at = left; ; at = StepTo(at).Before)
        {
            if (!ofLeft.Add(at))
                throw new InvalidDataException($"{describe(node)} goes round in circles.");
            if (at == source)
                break;
        }

        // Both branches come of the source at the latest.
        var fork = right;
        for (var steps = 0; !ofLeft.Contains(fork); fork = StepTo(fork).Before)
        {
            if (steps++ > LongestChain)
                throw new InvalidDataException($"{describe(node)} goes round in circles.");
        }

        return fork;
    }
}
