namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A tree just grown, with the rows of each leaf as a part of <paramref name="Order"/>.</summary>
internal sealed record GrownTree(TreeNodes Nodes, int[] Order, (int Begin, int Count)[] Leaves);
