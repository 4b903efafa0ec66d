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
    }

    SchemaShape.Column IBinaryTrainer.FeatureColumn => FeatureColumn;

    SchemaShape.Column IBinaryTrainer.WeightColumn => WeightColumn;

    RowOrders IBinaryTrainer.DrawOrders(TrainingSet data, IChannel channel)
    {
        // This training goes on with a copy; the generator itself goes on with what comes after this training.
        RowOrders own = Orders(data, channel, ((TauswortheHybrid)Host.Rand).Copy());
        RowOrders skipped = Orders(data, null, Host.Rand);
        Start(new float[data.Rows.Features], null, skipped.Generator);
        var order = new int[data.Count];
        for (int pass = 0; pass < _options.NumberOfIterations; pass++)
            skipped.Fill(pass, order);
        return own;
    }

    object IBinaryTrainer.TrainOn(TrainingSet data, object? initial, IChannel channel, RowOrders orders) => TrainOn(data, initial, channel, orders);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: false);

    private protected override LinearBinaryModelParameters Train(IDataView input, object? initial, IChannel channel)
    {
        using TrainingSet data = TrainingSet.Read(input, FeatureColumn, LabelColumn, WeightColumn, channel);
        return TrainOn(data, initial, channel, Orders(data, channel, Host.Rand));
    }

    private protected override BinaryPredictionTransformer<LinearBinaryModelParameters> MakeTransformer(LinearBinaryModelParameters model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);

    /// <summary>Only data that can shuffle is shuffled, as in ML.NET; cached data can.</summary>
    private RowOrders Orders(TrainingSet data, IChannel? channel, Random random)
    {
        if (_options.Shuffle && !data.CanShuffle)
            channel?.Warning(MessageSensitivity.None, "The training data cannot be shuffled, so each pass meets its rows in their order; cached data can be shuffled.");
        return _options.Shuffle && data.CanShuffle ? RowOrders.Drawn(random, data) : RowOrders.AsRead(random);
    }

    private LinearBinaryModelParameters TrainOn(TrainingSet data, object? initial, IChannel channel, RowOrders orders)
    {
        if (data.Count == 0)
            throw new InvalidOperationException("No valid training instances found, all instances have missing features.");
        PackedRows rows = data.Rows;
        float[] signs = data.Signs;
        var start = new float[rows.Features];
        float bias = Start(start, initial, orders.Generator);
        var learnt = new AveragedWeights(_options, _loss, start, bias);
        var order = new int[rows.Count];
        for (int iteration = 1; iteration <= _options.NumberOfIterations; iteration++)
        {
            orders.Fill(iteration - 1, order);
            for (int i = 0; i < order.Length; i++)
                learnt.Learn(rows.Row(order[i]), signs[order[i]], i + 1);
            learnt.EndPass();
            channel.Trace(MessageSensitivity.None, "Averaged Perceptron iteration {0} of {1}", iteration, _options.NumberOfIterations);
        }

        (float[] weights, bias) = learnt.Model();
        if (!float.IsFinite(bias) || !float.IsFinite(TensorPrimitives.SumOfMagnitudes<float>(weights)))
            throw new InvalidOperationException("Finite weights were expected. They grew beyond all bounds: normalize the features or lower the learning rate.");
        return new LinearBinaryModelParameters(new VBuffer<float>(weights.Length, weights), bias);
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
