using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A regression tree as arrays over its nodes and leaves; child numbers below zero are leaves, as their bitwise complement.</summary>
internal sealed record TreeNodes
{
    private const byte RegressionKind = 0;

    internal required int[] LeftChild { get; init; }

    internal required int[] RightChild { get; init; }

    internal required int[] Features { get; init; }

    /// <summary>The split of each node as the number of the last bin that goes left.</summary>
    internal required int[] Bins { get; init; }

    /// <summary>A row goes left where its feature is not above this.</summary>
    internal required float[] Thresholds { get; init; }

    internal required double[] LeafValues { get; init; }

    internal required double[] SplitGains { get; init; }

    internal required double[] GainPValues { get; init; }

    /// <summary>What a node would have given as a leaf.</summary>
    internal required double[] PreviousLeafValues { get; init; }

    internal double MaxOutput { get; init; }

    internal double Weight { get; init; } = 1;

    internal float[] MissingDefaults { get; init; } = [];

    internal int Leaves => LeafValues.Length;

    internal int Nodes => LeftChild.Length;

    internal static TreeNodes Load(ModelBlockReader reader, int features)
    {
        if (reader.ReadByte() != RegressionKind)
            throw reader.Fault("it holds a tree of another kind than a regression tree");
        int leaves = reader.ReadInt32();
        double maxOutput = reader.ReadDouble();
        double weight = reader.ReadDouble();
        int[] left = reader.ReadCountedValues<int>();
        int[] right = reader.ReadCountedValues<int>();
        int[] splitFeatures = reader.ReadCountedValues<int>();
        if (reader.ReadInt32() != 0)
            throw reader.Fault("it holds categorical splits, which are not supported");
        var tree = new TreeNodes
        {
            MaxOutput = maxOutput,
            Weight = weight,
            LeftChild = left,
            RightChild = right,
            Features = splitFeatures,
            Bins = reader.ReadCountedValues<int>(),
            Thresholds = reader.ReadCountedValues<float>(),
            MissingDefaults = reader.ReadCountedValues<float>(),
            LeafValues = reader.ReadCountedValues<double>(),
            SplitGains = reader.ReadCountedValues<double>(),
            GainPValues = reader.ReadCountedValues<double>(),
            PreviousLeafValues = reader.ReadCountedValues<double>(),
        };
        tree.Check(reader, leaves, features);
        return tree;
    }

    internal void Save(ModelBlockWriter block)
    {
        block.WriteByte(RegressionKind);
        block.WriteInt32(Leaves);
        block.WriteDouble(MaxOutput);
        block.WriteDouble(Weight);
        block.WriteCountedValues<int>(LeftChild);
        block.WriteCountedValues<int>(RightChild);
        block.WriteCountedValues<int>(Features);
        block.WriteInt32(0);
        block.WriteCountedValues<int>(Bins);
        block.WriteCountedValues<float>(Thresholds);
        block.WriteCountedValues<float>(MissingDefaults);
        block.WriteCountedValues<double>(LeafValues);
        block.WriteCountedValues<double>(SplitGains);
        block.WriteCountedValues<double>(GainPValues);
        block.WriteCountedValues<double>(PreviousLeafValues);
    }

    /// <summary>The value of the leaf that a row falls into; NaN goes right.</summary>
    internal double Output(ReadOnlySpan<float> row)
    {
        if (LeftChild.Length == 0)
            return LeafValues[0];
        int node = 0;
        while (node >= 0)
            node = row[Features[node]] <= Thresholds[node] ? LeftChild[node] : RightChild[node];
        return LeafValues[~node];
    }

    /// <summary>Refuses a tree that a row could get lost in: each node and each leaf must be reached by exactly one way.</summary>
    private void Check(ModelBlockReader reader, int leaves, int features)
    {
        int nodes = LeftChild.Length;
        if (leaves < 1 || LeafValues.Length != leaves || nodes != leaves - 1 || RightChild.Length != nodes || Features.Length != nodes || Thresholds.Length != nodes)
            throw reader.Fault("a tree's nodes and leaves do not add up");
        var nodeSeen = new bool[nodes];
        var leafSeen = new bool[leaves];
        for (int i = 0; i < nodes; i++)
        {
            if (Features[i] < 0 || Features[i] >= features)
                throw reader.Fault($"a tree splits by feature {Features[i]} of {features}");
            foreach (int child in (ReadOnlySpan<int>)[LeftChild[i], RightChild[i]])
            {
                bool[] seen = child < 0 ? leafSeen : nodeSeen;
                int index = child < 0 ? ~child : child;

                // Children come after their parents, so no way leads back.
                if (index >= seen.Length || seen[index] || (child >= 0 && child <= i))
                    throw reader.Fault("a tree's nodes do not hang together");
                seen[index] = true;
            }
        }
    }
}
