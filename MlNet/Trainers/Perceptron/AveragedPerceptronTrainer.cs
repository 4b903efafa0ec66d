using System.Numerics.Tensors;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The averaged perceptron (Freund and Schapire, 1999): the weights move along a row wherever the loss falls that way, and the model is their average over all rows.
/// </summary>
public sealed partial class AveragedPerceptronTrainer
    : AveragedLinearTrainer<BinaryPredictionTransformer<LinearBinaryModelParameters>, LinearBinaryModelParameters>, IBinaryTrainer
{
    private readonly Options _options;
    private readonly IClassificationLoss _loss;

    internal AveragedPerceptronTrainer(IHostEnvironment environment, Options options)
        : base(environment.Register(nameof(AveragedPerceptronTrainer)), options, TrainerColumns.BooleanLabel(options.LabelColumnName))
    {
        _options = options;
        _loss = options.LossFunction ?? new HingeLoss();
        if (options.ResetWeightsAfterXExamples is <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), $"ResetWeightsAfterXExamples must be greater than 0, or null. Received: {options.ResetWeightsAfterXExamples}.");
        }

        if (!(options.RecencyGain >= 0))
            throw new ArgumentOutOfRangeException(nameof(options), FormattableString.Invariant($"RecencyGain must be at least 0. Received: {options.RecencyGain}."));
    }

    SchemaShape.Column IBinaryTrainer.FeatureColumn => FeatureColumn;

    SchemaShape.Column IBinaryTrainer.WeightColumn => WeightColumn;

    object IBinaryTrainer.TrainOn(TrainingSet data, object? initial, IChannel channel, Random random) => TrainOn(data, initial, channel, random);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: false);

    private protected override LinearBinaryModelParameters Train(IDataView input, object? initial, IChannel channel)
    {
        using TrainingSet data = TrainingSet.Read(input, FeatureColumn, LabelColumn, WeightColumn, channel);
        return TrainOn(data, initial, channel, Host.Rand);
    }

    private protected override BinaryPredictionTransformer<LinearBinaryModelParameters> MakeTransformer(LinearBinaryModelParameters model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);

    private LinearBinaryModelParameters TrainOn(TrainingSet data, object? initial, IChannel channel, Random random)
    {
        if (data.Count == 0)
            throw new InvalidOperationException("No valid training instances found, all instances have missing features.");
        PackedRows rows = data.Rows;
        float[] signs = data.Signs;
        var weights = new float[rows.Features];
        float bias = Start(weights, initial, random);

        // The average over all rows t of the weights after them is the last weights less the sum of each step times the share of rows before it.
        var early = new double[rows.Features];
        double earlyBias = 0;
        double total = TotalGain((long)_options.NumberOfIterations * rows.Count);
        float decay = 1 - (_options.L2Regularization * _options.LearningRate);
        double seen = 0;
        double gain = 1;
        long examples = 0;
        long steps = 0;
        var order = new int[rows.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int iteration = 1; iteration <= _options.NumberOfIterations; iteration++)
        {
            if (_options.Shuffle)
                RandomPermutation.Fill(order, new TauswortheHybrid(random.Next()));
            foreach (int row in order)
            {
                ReadOnlySpan<float> x = rows.Row(row);
                float score = TensorPrimitives.Dot(x, weights) + bias;
                float step = -_options.LearningRate * _loss.Derivative(score, signs[row]);
                if (decay < 1)
                    Shrink(weights, decay, early, seen / total);
                if (step != 0)
                {
                    if (_options.DecreaseLearningRate)
                        step /= MathF.Sqrt(++steps);
                    TensorPrimitives.MultiplyAdd(x, step, weights, weights);
                    bias += step;
                    double share = seen / total;
                    for (int j = 0; j < x.Length; j++)
                        early[j] += share * step * x[j];
                    earlyBias += share * step;
                }

                seen += gain;
                gain = NextGain(gain);
                if (++examples % _options.ResetWeightsAfterXExamples == 0)
                    bias = Reset(weights, bias, early, ref earlyBias, seen / total);
            }

            channel.Trace(MessageSensitivity.None, "Averaged Perceptron iteration {0} of {1}", iteration, _options.NumberOfIterations);
        }

        if (_options.Averaged)
        {
            for (int j = 0; j < weights.Length; j++)
                weights[j] = (float)(weights[j] - early[j]);
            bias = (float)(bias - earlyBias);
        }

        return new LinearBinaryModelParameters(new VBuffer<float>(weights.Length, weights), bias);
    }

    private double NextGain(double gain)
    {
        if (_options.RecencyGain == 0)
            return gain;
        return _options.RecencyGainMultiplicative ? gain * _options.RecencyGain : gain + _options.RecencyGain;
    }

    private double TotalGain(long examples)
    {
        if (_options.RecencyGain == 0)
            return examples;
        double sum = 0;
        double gain = 1;
        for (long i = 0; i < examples; i++, gain = NextGain(gain))
            sum += gain;
        return sum;
    }

    /// <summary>Sets the weights to their average over the share of the rows so far; that is a step like any other.</summary>
    private static float Reset(float[] weights, float bias, double[] early, ref double earlyBias, double share)
    {
        for (int j = 0; j < weights.Length; j++)
        {
            double move = -early[j] / share;
            weights[j] += (float)move;
            early[j] += share * move;
        }

        double biasMove = -earlyBias / share;
        earlyBias += share * biasMove;
        return bias + (float)biasMove;
    }

    private static void Shrink(float[] weights, float decay, double[] early, double share)
    {
        for (int j = 0; j < weights.Length; j++)
        {
            early[j] += share * (decay - 1) * weights[j];
            weights[j] *= decay;
        }
    }

    private float Start(float[] weights, object? initial, Random random)
    {
        if (initial is LinearModelParameters model)
        {
            if (model.Weights.Count != weights.Length)
                throw new ArgumentException($"An earlier model of {weights.Length} features was expected. Received: {model.Weights.Count}.", "modelParameters");
            model.WeightVector.CopyTo(weights);
            return model.Bias;
        }

        if (_options.InitialWeightsDiameter == 0)
            return 0;
        foreach (ref float weight in weights.AsSpan())
            weight = _options.InitialWeightsDiameter * (random.NextSingle() - 0.5f);
        return _options.InitialWeightsDiameter * (random.NextSingle() - 0.5f);
    }
}
