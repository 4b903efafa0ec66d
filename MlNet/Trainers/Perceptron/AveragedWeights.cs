using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>The weights of one training of <see cref="AveragedPerceptronTrainer"/> and their average over the rows seen.</summary>
/// <remarks>All sums are kept in the precision and order of ML.NET, so that the models are its models.</remarks>
internal sealed class AveragedWeights
{
    // Moves since the average was brought up to date that are this small a part of all before wait for more.
    private const float Tolerance = 0.01f;
    private const float GreatestScale = 1024;
    private const float GreatestGain = 1000;
    private const float GainReduction = 1e-6f;
    private readonly AveragedPerceptronTrainer.Options _options;
    private readonly IClassificationLoss _loss;
    private readonly float[] _weights;
    private readonly float[] _sum;
    private float _scale = 1;
    private float _bias;
    private float _biasSum;
    private double _rows;
    private int _waiting;
    private double _moved;
    private double _movedSince;
    private float _gain = 1;

    /// <summary>Starts from <paramref name="weights"/>, which are moved in place.</summary>
    internal AveragedWeights(AveragedPerceptronTrainer.Options options, IClassificationLoss loss, float[] weights, float bias)
    {
        _options = options;
        _loss = loss;
        _weights = weights;
        _bias = bias;
        _sum = (float[])weights.Clone();
    }

    private bool Lazy => _options.LazyUpdate && _options.Averaged;

    /// <summary>Learns from a row; <paramref name="seen"/> counts the rows of this pass, this one included.</summary>
    internal void Learn(ReadOnlySpan<float> row, float sign, long seen)
    {
        float output = _bias + (TensorPrimitives.Dot(row, _weights) * _scale);
        if (_loss.Loss(output, sign) != 0 || _options.L2Regularization > 0)
        {
            if (Lazy && _waiting > 0 && _moved * Tolerance <= _movedSince)
                AddWaiting(_bias * _waiting * _scale);
            Move(row, output, sign);
        }

        if (!_options.Averaged)
            return;
        if (_options.LazyUpdate)
            _waiting++;
        else
            AddNow();
        if (_options.ResetWeightsAfterXExamples is { } every && seen % every == 0)
            SetBack();
    }

    /// <summary>Ends a pass.</summary>
    internal void EndPass()
    {
        if (Lazy && _waiting > 0)
            AddWaiting(_bias * _waiting);
        Rescale();
    }

    /// <summary>The model that is learnt so far, at the end of a pass.</summary>
    internal (float[] Weights, float Bias) Model()
    {
        if (!_options.Averaged)
            return (_weights, _bias);
        var average = new float[_sum.Length];
        TensorPrimitives.Multiply(_sum, 1 / (float)_rows, average);
        return (average, _biasSum / (float)_rows);
    }

    private void Move(ReadOnlySpan<float> row, float output, float sign)
    {
        float rate = _options.LearningRate;
        if (_options.DecreaseLearningRate)
            rate /= MathF.Sqrt((float)_rows + _waiting + 1);
        float step = -rate * _loss.Derivative(output, sign);
        TensorPrimitives.MultiplyAdd(row, step / _scale, _weights, _weights);
        _scale *= 1 - (2 * _options.L2Regularization);
        if (MathF.Abs(_scale) is < 1 / GreatestScale or > GreatestScale)
            Rescale();
        _bias += step;
        _movedSince += Math.Abs(step);
    }

    private void AddWaiting(float bias)
    {
        TensorPrimitives.MultiplyAdd(_weights, _waiting * _scale, _sum, _sum);
        _biasSum += bias;
        _rows += _waiting;
        _waiting = 0;
        _moved += _movedSince;
        _movedSince = 0;
    }

    private void AddNow()
    {
        bool growing = _options.RecencyGain != 0;
        float gain = growing ? _gain : 1;
        TensorPrimitives.MultiplyAdd(_weights, gain * _scale, _sum, _sum);
        _biasSum += gain * _bias;
        _rows += gain;
        if (!growing)
            return;
        _gain = _options.RecencyGainMultiplicative ? _gain * _options.RecencyGain : _gain + _options.RecencyGain;
        if (_gain <= GreatestGain)
            return;
        _gain *= GainReduction;
        _biasSum *= GainReduction;
        TensorPrimitives.Multiply(_sum, GainReduction, _sum);
        _rows *= GainReduction;
    }

    private void SetBack()
    {
        TensorPrimitives.Multiply(_sum, 1 / (float)_rows, _weights);
        _scale = 1;
        _bias = _biasSum / (float)_rows;
    }

    private void Rescale()
    {
        if (_scale != 1)
            TensorPrimitives.Multiply(_weights, _scale, _weights);
        _scale = 1;
    }
}
