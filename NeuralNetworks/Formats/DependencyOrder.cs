namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>The nodes that some values need, each behind those it needs itself.</summary>
internal static class DependencyOrder
{
    /// <param name="values">What is wanted.</param>
    /// <param name="producer">The node that gives a value; null where there is none or none is needed.</param>
    /// <param name="inputs">The values that a node reads.</param>
    /// <param name="describe">A node as error sentences name it.</param>
    /// <exception cref="InvalidDataException">A node needs itself.</exception>
    public static List<TNode> Of<TNode>(IEnumerable<string> values, Func<string, TNode?> producer, Func<TNode, IEnumerable<string>> inputs, Func<TNode, string> describe)
        where TNode : class
    {
        var order = new List<TNode>();
        var done = new Dictionary<TNode, bool>(ReferenceEqualityComparer.Instance); // false while the node's inputs are followed
        var open = new Stack<(TNode Node, IEnumerator<string> Inputs)>();
        foreach (var value in values)
        {
            Enter(producer(value));
            while (open.TryPeek(out var top))
            {
                if (top.Inputs.MoveNext())
                {
                    Enter(producer(top.Inputs.Current));
                    continue;
                }

                done[top.Node] = true;
                order.Add(top.Node);
                top.Inputs.Dispose();
                open.Pop();
            }
        }

        return order;

        void Enter(TNode? node)
        {
            if (node is null)
                return;
            if (!done.TryAdd(node, false))
            {
                if (!done[node])
                    throw new InvalidDataException($"The node {describe(node)} needs its own result: the graph goes round in circles.");
                return;
            }

            open.Push((node, inputs(node).GetEnumerator()));
        }
    }
}
