using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MlNetFashion.Pipelines.Tests;

public class TemperatureScaledTrainerTests
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly ImageDataSet _data;

    public TemperatureScaledTrainerTests() =>
        _data = FashionMnist.Load(_mlContext, new DataSetOptions { UseSketch = true, SketchTrainCount = 400, SketchTestCount = 100 });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Logits_are_divided_in_the_saved_model(bool sdca)
    {
        var plain = Scores(Fit(sdca, (_, _) => 1));
        var calibrated = Fit(sdca, (_, _) => 2);
        using var file = new MemoryStream();
        _mlContext.Model.Save(calibrated, _data.Train.Schema, file);
        file.Position = 0;
        var loaded = Scores(new MLContext().Model.Load(file, out _));

        Assert.Equal(Scores(calibrated), loaded);
        for (var row = 0; row < plain.Length; row++)
        {
            // p^(1/2), normalised, is the soft-max of half the logits; the highest stays the highest.
            var roots = plain[row].Select(p => Math.Sqrt(p)).ToArray();
            for (var k = 0; k < roots.Length; k++)
                Assert.Equal(roots[k] / roots.Sum(), loaded[row][k], 4);
            Assert.Equal(Array.IndexOf(plain[row], plain[row].Max()), Array.IndexOf(loaded[row], loaded[row].Max()));
        }
    }

    [Fact]
    public void A_temperature_of_one_is_the_model_of_the_trainer_within()
    {
        var split = _mlContext.Data.TrainTestSplit(Columns().Fit(_data.Train).Transform(_data.Train), 0.25, seed: 5);
        var alone = _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy().Fit(split.TrainSet);
        var expected = alone.Transform(Columns().Fit(_data.Test).Transform(_data.Test)).GetColumn<float[]>("Score").ToArray();

        Assert.Equal(expected, Scores(Fit(sdca: false, (_, _) => 1)));
    }

    [Fact]
    public void It_is_chosen_by_rows_held_back()
    {
        (int Scores, int[] Labels) seen = default;
        var trainer = Trainer(sdca: false, (probabilities, labels) =>
        {
            seen = (probabilities.Length, labels);
            Assert.Equal(1, probabilities.Take(10).Sum(), 4);
            return 1;
        });

        var scored = Columns().Append(trainer).Fit(_data.Train).Transform(_data.Test);

        Assert.InRange(trainer.ValidationRows, 60, 140);
        Assert.Equal((trainer.ValidationRows * 10, trainer.ValidationRows), (seen.Scores, seen.Labels!.Length));
        Assert.Equal(Enumerable.Range(0, 10), seen.Labels!.Distinct().Order());
        Assert.IsType<KeyDataViewType>(scored.Schema["PredictedLabel"].Type);
        Assert.Equal(FashionMnist.ClassNames.Select(name => name), KeyValues(scored.Schema["PredictedLabel"]));
    }

    [Fact]
    public void What_is_no_temperature_or_fraction_is_refused()
    {
        Assert.Contains("Received: 0", Assert.Throws<ArgumentException>(() => Fit(sdca: false, (_, _) => 0)).Message, StringComparison.Ordinal);
        Assert.Contains("Received: NaN", Assert.Throws<ArgumentException>(() => Fit(sdca: false, (_, _) => double.NaN)).Message, StringComparison.Ordinal);
        Assert.Contains("Received: 1", Assert.Throws<ArgumentOutOfRangeException>(() => Trainer(sdca: false, (_, _) => 1, fraction: 1)).Message, StringComparison.Ordinal);
    }

    private static string[] KeyValues(DataViewSchema.Column column)
    {
        VBuffer<ReadOnlyMemory<char>> values = default;
        column.GetKeyValues(ref values);
        return [.. values.DenseValues().Select(value => value.ToString())];
    }

    private IEstimator<ITransformer> Columns() => _mlContext.Transforms.NormalizePixels("Features", "Pixels")
        .Append(_mlContext.Transforms.Conversion.MapLabelToKey("Label", FashionMnist.ClassNames));

    private TemperatureScaledTrainer Trainer(bool sdca, Func<float[], int[], double> choose, double fraction = 0.25)
    {
        var trainers = new MLContext(seed: 1).MulticlassClassification.Trainers;
        IEstimator<MulticlassPredictionTransformer<MaximumEntropyModelParameters>> inner = sdca ? trainers.SdcaMaximumEntropy(maximumNumberOfIterations: 5) : trainers.LbfgsMaximumEntropy();
        return trainers.Calibrated(inner, choose, new() { ValidationFraction = fraction, Seed = 5 });
    }

    private ITransformer Fit(bool sdca, Func<float[], int[], double> choose) => Columns().Append(Trainer(sdca, choose)).Fit(_data.Train);

    private float[][] Scores(ITransformer model) => [.. model.Transform(_data.Test).GetColumn<float[]>("Score")];
}
