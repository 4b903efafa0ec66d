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
                NumberOfIterations = 3, Shuffle = false, LazyUpdate = false, RecencyGain = gain, RecencyGainMultiplicative = multiply, ResetWeightsAfterXExamples = reset,
            }).Fit(data).Model;
            Assert.Equal(weight, model.Weights[0], 1e-4f);
            Assert.Equal(bias, model.Bias, 1e-4f);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new MLContext().BinaryClassification.Trainers.AveragedPerceptron(
            new AveragedPerceptronTrainer.Options { ResetWeightsAfterXExamples = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MLContext().BinaryClassification.Trainers.AveragedPerceptron(l2Regularization: 0.5f));
        Assert.Throws<InvalidOperationException>(() => new MLContext().BinaryClassification.Trainers.AveragedPerceptron(
            new AveragedPerceptronTrainer.Options { RecencyGain = 0.1f }));
    }

    [Fact]
    public void Weights_shrink_and_steps_shorten_as_in_MLNET()
    {
        // One feature, always 1, two rows. Rows that cost nothing shrink the weight all the same; each row seen shortens the step.
        ArrayView data = new ArrayView(2)
            .With("Label", BooleanDataViewType.Instance, [true, false])
            .WithVectors("Features", 1, [[1f], [1f]]);
        LinearBinaryModelParameters model = new MLContext(1).BinaryClassification.Trainers.AveragedPerceptron(new AveragedPerceptronTrainer.Options
        {
            NumberOfIterations = 1, LazyUpdate = false, Averaged = false, L2Regularization = 0.1f, DecreaseLearningRate = true, LossFunction = new HingeLoss(),
        }).Fit(data).Model;

        // The first row: +1, times 0.8. The second: -1, as no row is averaged and none is counted, times 0.8 again.
        Assert.Equal((1 * 0.8f * 0.8f) - (1 * 0.8f), model.Weights[0], 1e-6f);
        Assert.Equal(0, model.Bias, 1e-6f);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_cached_rows_are_shuffled(bool cached)
    {
        float[] Scores(bool shuffle)
        {
            var context = new MLContext(3);
            IDataView data = ToyRows();
            if (cached)
                data = context.Data.Cache(data);
            var options = new AveragedPerceptronTrainer.Options { NumberOfIterations = 2, Shuffle = shuffle };
            return [.. context.BinaryClassification.Trainers.AveragedPerceptron(options).Fit(data).Model.Weights];
        }

        Assert.Equal(!cached, Scores(true).AsSpan().SequenceEqual(Scores(false)));
    }

    private static ArrayView ToyRows()
    {
        var random = new System.Random(5);
        bool[] labels = [.. Enumerable.Range(0, 40).Select(row => row % 2 == 0)];
        return new ArrayView(40)
            .With("Label", BooleanDataViewType.Instance, labels)
            .WithVectors("Features", 3, [.. labels.Select(label => new[] { random.NextSingle() + (label ? 0.2f : 0), random.NextSingle(), random.NextSingle() })]);
    }

    private static (float Weight, float Bias) Walk(bool[] labels, int iterations, float gain, bool multiply, long? reset)
    {
        double weight = 0, bias = 0, weightSum = 0, biasSum = 0, gains = 0, current = 1;
        long examples = 0;
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            examples = 0;
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
