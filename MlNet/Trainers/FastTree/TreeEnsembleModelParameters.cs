using Microsoft.ML.Data;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A model made of trees: the score is the sum of their weighted outputs.</summary>
public abstract class TreeEnsembleModelParameters : ModelParametersBase<float>, ICalculateFeatureContribution, IValueMapper
{
    private readonly TreeNodes[] _trees;
    private readonly double _bias;

    private protected TreeEnsembleModelParameters(TreeNodes[] trees, double bias, int features)
    {
        _trees = trees;
        _bias = bias;
        InputType = new VectorDataViewType(NumberDataViewType.Single, features);
    }

    FeatureContributionCalculator ICalculateFeatureContribution.FeatureContributionCalculator => new(this);

    DataViewType IValueMapper.InputType => InputType;

    DataViewType IValueMapper.OutputType => NumberDataViewType.Single;

    internal VectorDataViewType InputType { get; }

    internal IReadOnlyList<TreeNodes> Nodes => _trees;

    internal double Bias => _bias;

    /// <summary>How much each feature's splits gained, as the square root relative to the feature that gained most.</summary>
    public void GetFeatureWeights(ref VBuffer<float> weights)
    {
        var gains = new double[InputType.Size];
        foreach (TreeNodes tree in _trees)
        {
            for (int node = 0; node < tree.Nodes; node++)
                gains[tree.Features[node]] += tree.SplitGains[node];
        }

        double most = gains.Max();
        var editor = VBufferEditor.Create(ref weights, gains.Length);
        for (int i = 0; i < gains.Length; i++)
            editor.Values[i] = most > 0 ? (float)Math.Sqrt(gains[i] / most) : 0;
        weights = editor.Commit();
    }

    ValueMapper<TSource, TDestination> IValueMapper.GetMapper<TSource, TDestination>()
    {
        var dense = new float[InputType.Size];
        ValueMapper<VBuffer<float>, float> map = (in VBuffer<float> source, ref float destination) =>
        {
            if (source.Length != dense.Length)
                throw new InvalidOperationException($"A vector of {dense.Length} features was expected. Received: {source.Length}.");
            if (source.IsDense)
            {
                destination = Score(source.GetValues());
                return;
            }

            source.CopyTo(dense);
            destination = Score(dense);
        };
        return (ValueMapper<TSource, TDestination>)(Delegate)map;
    }

    internal float Score(ReadOnlySpan<float> row)
    {
        double sum = _bias;
        foreach (TreeNodes tree in _trees)
            sum += tree.Weight * tree.Output(row);
        return (float)sum;
    }
}
