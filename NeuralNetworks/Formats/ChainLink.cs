namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>An operation of a chain; a sum of two branches holds the operations of both.</summary>
internal sealed record ChainLink<TNode>(TNode Node)
{
    /// <summary>The longer branch of a sum; empty for all other operations.</summary>
    public IReadOnlyList<ChainLink<TNode>> Body { get; init; } = [];

    /// <summary>The shorter branch of a sum, empty where it is the input of the longer one.</summary>
    public IReadOnlyList<ChainLink<TNode>> Shortcut { get; init; } = [];

    public bool IsSum => Body.Count > 0;
}
