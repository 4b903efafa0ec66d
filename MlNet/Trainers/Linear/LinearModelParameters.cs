using Microsoft.ML.Data;

namespace Microsoft.ML.Trainers;

/// <summary>A bias and one weight a feature.</summary>
public abstract class LinearModelParameters : ModelParametersBase<float>, ICalculateFeatureContribution, IValueMapper
{
    private readonly VBuffer<float> _weights;
    private readonly LinearScores _scores;

    private protected LinearModelParameters(in VBuffer<float> weights, float bias)
    {
        _weights = weights;
        Bias = bias;
        Weights = Array.AsReadOnly(weights.DenseValues().ToArray());
        InputType = new VectorDataViewType(NumberDataViewType.Single, weights.Length);

        // The bias is added here, so that a class derived from this one may set it.
        _scores = new LinearScores(weights.Length, [weights], [0]);
    }

    /// <summary>The weights, one a feature.</summary>
    public IReadOnlyList<float> Weights { get; }

    /// <summary>What is added to the weighted features.</summary>
    public float Bias { get; protected set; }

    FeatureContributionCalculator ICalculateFeatureContribution.FeatureContributionCalculator => new(this);

    DataViewType IValueMapper.InputType => InputType;

    DataViewType IValueMapper.OutputType => NumberDataViewType.Single;

    internal VectorDataViewType InputType { get; }

    internal VBuffer<float> WeightVector => _weights;

    ValueMapper<TSource, TDestination> IValueMapper.GetMapper<TSource, TDestination>()
    {
        AlignedFloats room = _scores.MakeRoom();
        var score = new float[1];
        ValueMapper<VBuffer<float>, float> map = (in VBuffer<float> source, ref float destination) =>
        {
            _scores.Fill(source, room, score);
            destination = score[0] + Bias;
        };
        return (ValueMapper<TSource, TDestination>)(Delegate)map;
    }
}
