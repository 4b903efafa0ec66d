namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Takes the splits of a tree in the order in which they are made.</summary>
internal sealed class TreeBuilder
{
    private readonly List<int> _left = [];
    private readonly List<int> _right = [];
    private readonly List<int> _features = [];
    private readonly List<int> _bins = [];
    private readonly List<float> _thresholds = [];
    private readonly List<double> _gains = [];
    private readonly List<double> _gainPValues = [];
    private readonly List<double> _previous = [];

    /// <summary>Splits a leaf: its number stays with the left side, the right side gets a new one. Gives the number of the node.</summary>
    internal int Add(
        int feature, int bin, float threshold, double gain, double gainPValue, double previous, int parent, bool isLeft, int leaf, int newLeaf)
    {
        int node = _left.Count;
        if (parent >= 0)
            (isLeft ? _left : _right)[parent] = node;
        _left.Add(~leaf);
        _right.Add(~newLeaf);
        _features.Add(feature);
        _bins.Add(bin);
        _thresholds.Add(threshold);
        _gains.Add(gain);
        _gainPValues.Add(gainPValue);
        _previous.Add(previous);
        return node;
    }

    internal TreeNodes Build(double[] leaves) => new()
    {
        LeftChild = [.. _left],
        RightChild = [.. _right],
        Features = [.. _features],
        Bins = [.. _bins],
        Thresholds = [.. _thresholds],
        LeafValues = leaves,
        SplitGains = [.. _gains],
        GainPValues = [.. _gainPValues],
        PreviousLeafValues = [.. _previous],
        MaxOutput = Math.Max(0, leaves.Max()),
    };
}
