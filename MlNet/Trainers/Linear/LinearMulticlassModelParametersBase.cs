using System.Runtime.CompilerServices;
using Microsoft.ML.Data;

namespace Microsoft.ML.Trainers;

/// <summary>A bias and a weight vector for each class.</summary>
public abstract class LinearMulticlassModelParametersBase : ModelParametersBase<VBuffer<float>>, IValueMapper
{
    private readonly float[] _biases;
    private readonly VBuffer<float>[] _weights;
    private readonly string[]? _labelNames;
    private readonly LinearScores _scores;

    private protected LinearMulticlassModelParametersBase(LinearMulticlassParts parts, ModelStatisticsBase? statistics)
    {
        _biases = parts.Biases;
        _weights = parts.Weights;
        _labelNames = parts.LabelNames;
        Statistics = statistics!;
        InputType = new VectorDataViewType(NumberDataViewType.Single, parts.Features);
        OutputType = new VectorDataViewType(NumberDataViewType.Single, parts.Biases.Length);
        _scores = new LinearScores(parts.Features, parts.Weights, parts.Biases);
    }

    /// <summary>How well the model fits its training data; null unless the trainer was asked for it.</summary>
    public readonly ModelStatisticsBase Statistics;

    DataViewType IValueMapper.InputType => InputType;

    DataViewType IValueMapper.OutputType => OutputType;

    internal VectorDataViewType InputType { get; }

    internal VectorDataViewType OutputType { get; }

    /// <summary>Copies the weights: one vector a class.</summary>
    public void GetWeights(ref VBuffer<float>[] weights, out int numClasses)
    {
        numClasses = _biases.Length;
        if (weights is null || weights.Length < numClasses)
            weights = new VBuffer<float>[numClasses];
        for (int k = 0; k < numClasses; k++)
            _weights[k].CopyTo(ref weights[k]);
    }

    /// <summary>The biases, one a class.</summary>
    public IEnumerable<float> GetBiases() => _biases.AsEnumerable();

    /// <summary>The biases, then the dense weights class by class, as solvers want them.</summary>
    internal float[] ToParameters(int classes, int features)
    {
        if (classes != _biases.Length || features != InputType.Size)
        {
            throw new ArgumentException(
                $"An earlier model of {classes} classes and {features} features was expected. Received: {_biases.Length} classes and {InputType.Size} features.",
                "modelParameters");
        }

        var parameters = new float[classes * (1 + features)];
        _biases.CopyTo(parameters, 0);
        for (int k = 0; k < classes; k++)
            _weights[k].CopyTo(parameters.AsSpan(classes + (k * features), features));
        return parameters;
    }

    ValueMapper<TSource, TDestination> IValueMapper.GetMapper<TSource, TDestination>()
    {
        AlignedFloats room = _scores.MakeRoom();
        ValueMapper<VBuffer<float>, VBuffer<float>> map = [MethodImpl(MethodImplOptions.AggressiveOptimization)] (in VBuffer<float> source, ref VBuffer<float> destination) =>
        {
            var editor = VBufferEditor.Create(ref destination, _biases.Length);
            _scores.Fill(source, room, editor.Values);
            FinishScores(editor.Values);
            destination = editor.Commit();
        };
        return (ValueMapper<TSource, TDestination>)(Delegate)map;
    }

    /// <summary>Makes what the model gives out of the raw scores, in place.</summary>
    private protected abstract void FinishScores(Span<float> scores);

    private protected void SaveBody(ModelSaveContext ctx, MlNetFashion.Interchange.Models.ModelBlockHeader header)
    {
        new LinearMulticlassParts(InputType.Size, _biases, _weights, _labelNames).Save(ctx, header);
        ModelStatisticsBase.Save(Statistics, ctx);
    }
}
