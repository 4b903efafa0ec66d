using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using MlNetFashion.Interchange.Models;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines.Models;

namespace MlNetFashion.Pipelines;

/// <summary>
/// A trainer of maximum-entropy models whose models are calibrated by a temperature: one number by which the logits are divided (C. Guo et al.,
/// "On calibration of modern neural networks", 2017), chosen on rows held back from training. Its model is ML.NET's own, with weights and biases
/// divided by the number, which is exactly the same; it saves and loads like any other. Made by
/// <see cref="TemperatureScalingCatalog.Calibrated"/>.
/// </summary>
public sealed partial class TemperatureScaledTrainer : IEstimator<ITransformer>
{
    private readonly IEstimator<ISingleFeaturePredictionTransformer<MaximumEntropyModelParameters>> _trainer;
    private readonly Func<float[], int[], double> _choose;
    private readonly Options _options;

    internal TemperatureScaledTrainer(
        IEstimator<ISingleFeaturePredictionTransformer<MaximumEntropyModelParameters>> trainer, Func<float[], int[], double> choose, Options options)
    {
        _trainer = trainer;
        _choose = choose;
        _options = options;
    }

    /// <summary>How many rows with a label the last temperature was chosen on; 0 before the first training.</summary>
    public int ValidationRows { get; private set; }

    /// <summary>Trains on some of the rows, then chooses the temperature on the others.</summary>
    /// <exception cref="ArgumentException">No row to choose on, a column that is missing, or a temperature that is not above 0.</exception>
    public ITransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var mlContext = new MLContext(_options.Seed);
        var split = mlContext.Data.TrainTestSplit(input, _options.ValidationFraction, seed: _options.Seed);
        var model = _trainer.Fit(split.TrainSet);
        var (probabilities, labels) = Read(model.Transform(split.TestSet));
        if (labels.Length == 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"A temperature is chosen on rows with a label. Received: none in a share of {_options.ValidationFraction} of the rows."));
        }

        ValidationRows = labels.Length;
        var temperature = _choose(probabilities, labels);
        if (!(temperature > 0) || double.IsInfinity(temperature))
            throw new ArgumentException($"A temperature is a number above 0. Received: {temperature.ToString(CultureInfo.InvariantCulture)}.");

        using var archive = new MemoryStream();
        Write(archive, Scaled(model.Model, temperature), model.FeatureColumnName, input.Schema);
        archive.Position = 0;
        return mlContext.Model.Load(archive, out _);
    }

    /// <summary>The columns of the trainer within.</summary>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _trainer.GetOutputSchema(inputSchema);

    /// <summary>Softmax of weights and biases over T is softmax of the logits over T.</summary>
    private static DenseHead Scaled(MaximumEntropyModelParameters model, double temperature)
    {
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out _);
        return new DenseHead(
            [.. weights.SelectMany(row => row.DenseValues()).Select(value => (float)(value / temperature))],
            [.. model.GetBiases().Select(value => (float)(value / temperature))]);
    }

    private void Write(Stream output, DenseHead head, string features, DataViewSchema schema)
    {
        using var archive = new ModelArchiveWriter(output, $"MlNetFashion {typeof(TemperatureScaledTrainer).Assembly.GetName().Version}");
        var chain = new ChainFolder(archive, "TransformerChain");
        new ClassifierPart(head, _options.LabelColumnName, LabelValues.Of(schema[_options.LabelColumnName])).Write(archive, chain.Next(), features);
        chain.Close();
        archive.Commit();
    }

    private (float[] Probabilities, int[] Labels) Read(IDataView scored)
    {
        var (scoreColumn, labelColumn) = (scored.Schema["Score"], scored.Schema[_options.LabelColumnName]);
        using var cursor = scored.GetRowCursor([scoreColumn, labelColumn]);
        var getScore = cursor.GetGetter<VBuffer<float>>(scoreColumn);
        var getLabel = cursor.GetGetter<uint>(labelColumn);
        List<float> probabilities = [];
        List<int> labels = [];
        VBuffer<float> score = default;
        uint label = 0;
        while (cursor.MoveNext())
        {
            getLabel(ref label);
            if (label == 0)
                continue; // a missing key: a row without a label
            getScore(ref score);
            probabilities.AddRange(score.DenseValues());
            labels.Add((int)label - 1);
        }

        return ([.. probabilities], [.. labels]);
    }
}
