using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers;

public sealed class PerceptronOptionTests
{
    [Fact]
    public void Averages_follow_their_definition()
    {
        // One feature, always 1, and no shuffling: the walk of the weight can be followed by hand.
        bool[] labels = [true, false, false, true, true, false];
        foreach ((float gain, bool multiply, long? reset) in new[] { (0f, false, (long?)null), (0.5f, false, null), (1.5f, true, null), (0f, false, 4L) })
        {
            (float weight, float bias) = Walk(labels, iterations: 3, gain, multiply, reset);
            var context = new MLContext(1);
            ArrayView data = new ArrayView(labels.Length)
                .With("Label", BooleanDataViewType.Instance, labels)
                .WithVectors("Features", 1, [.. labels.Select(_ => new[] { 1f })]);
            LinearBinaryModelParameters model = context.BinaryClassification.Trainers.AveragedPerceptron(new AveragedPerceptronTrainer.Options
            {
                NumberOfIterations = 3, Shuffle = false, RecencyGain = gain, RecencyGainMultiplicative = multiply, ResetWeightsAfterXExamples = reset,
            }).Fit(data).Model;
            Assert.Equal(weight, model.Weights[0], 1e-4f);
            Assert.Equal(bias, model.Bias, 1e-4f);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new MLContext().BinaryClassification.Trainers.AveragedPerceptron(
            new AveragedPerceptronTrainer.Options { ResetWeightsAfterXExamples = 0 }));
    }

    private static (float Weight, float Bias) Walk(bool[] labels, int iterations, float gain, bool multiply, long? reset)
    {
        double weight = 0, bias = 0, weightSum = 0, biasSum = 0, gains = 0, current = 1;
        long examples = 0;
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            foreach (bool label in labels)
            {
                float sign = label ? 1 : -1;
                if (sign * (weight + bias) < 1)
                    (weight, bias) = (weight + sign, bias + sign);
                weightSum += current * weight;
                biasSum += current * bias;
                gains += current;
                current = gain == 0 ? current : multiply ? current * gain : current + gain;
                if (++examples % reset == 0)
                    (weight, bias) = (weightSum / gains, biasSum / gains);
            }
        }

        return ((float)(weightSum / gains), (float)(biasSum / gains));
    }
}
