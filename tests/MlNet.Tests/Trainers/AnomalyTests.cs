using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers;

public sealed class AnomalyTests
{
    // Five rows near one line through zero, and one far from it.
    private static readonly float[][] Rows = [[0, 2, 1], [0, 2, 1], [0, 2, 1], [0, 1, 2], [0, 2, 1], [2, 0, 0]];

    [Fact]
    public void What_the_axes_do_not_explain_is_an_anomaly_also_after_a_file()
    {
        var context = new MLContext(0);
        ArrayView data = Data();
        var options = new RandomizedPcaTrainer.Options { Rank = 1, EnsureZeroMean = false, Seed = 10 };
        AnomalyPredictionTransformer<PcaModelParameters> model = context.AnomalyDetection.Trainers.RandomizedPca(options).Fit(data);
        float[] scores = [.. model.Transform(data).GetColumn<float>("Score")];

        // The axis lies between (0, 2, 1) and (0, 1, 2), near the former; the last row is perpendicular to it.
        Assert.InRange(scores[0], 0.05f, 0.2f);
        Assert.InRange(scores[3], 0.4f, 0.6f);
        Assert.Equal(1, scores[5], 1e-4f);
        Assert.True(model.Transform(data).GetColumn<bool>("PredictedLabel").Last());
        Assert.False(context.AnomalyDetection.ChangeModelThreshold(model, 1.5f).Transform(data).GetColumn<bool>("PredictedLabel").Last());
        AnomalyDetectionMetrics metrics = context.AnomalyDetection.Evaluate(model.Transform(data), falsePositiveCount: 0);
        Assert.Equal(1, metrics.AreaUnderRocCurve);
        Assert.Equal(1, metrics.DetectionRateAtFalsePositiveCount);

        using var file = new MemoryStream();
        context.Model.Save(model, data.Schema, file);
        ITransformer loaded = new MLContext().Model.Load(file, out _);
        Assert.Equal(scores, loaded.Transform(data).GetColumn<float>("Score"));
    }

    [Fact]
    public void The_mean_is_taken_off()
    {
        var context = new MLContext(0);
        ArrayView data = Data(repeats: 200);
        AnomalyPredictionTransformer<PcaModelParameters> model = context.AnomalyDetection.Trainers.RandomizedPca(rank: 2, seed: 1).Fit(data);
        VBuffer<float> mean = default;
        model.Model.GetMean(ref mean);

        // 1,200 rows: ML.NET's second pass adds that part of the mean to it.
        Assert.Equal(2f / 6 * 1201 / 1200, mean.GetItemOrDefault(0), 1e-5f);
        VBuffer<float>[] axes = [];
        model.Model.GetEigenVectors(ref axes, out int rank);
        Assert.Equal(2, rank);

        // Two axes explain all of these rows but the last coordinate's noise.
        Assert.All(model.Transform(data).GetColumn<float>("Score"), score => Assert.InRange(score, 0, 0.05f));
        Assert.Throws<ArgumentOutOfRangeException>(() => context.AnomalyDetection.Trainers.RandomizedPca(rank: 4).Fit(Data()));
        Assert.Throws<ArgumentOutOfRangeException>(() => context.AnomalyDetection.Trainers.RandomizedPca(rank: 0));
    }

    private static ArrayView Data(int repeats = 1) => new ArrayView(repeats * Rows.Length)
        .With("Label", NumberDataViewType.Single, [.. Enumerable.Range(0, repeats * Rows.Length).Select(row => row % Rows.Length == Rows.Length - 1 ? 1f : 0)])
        .WithVectors("Features", 3, [.. Enumerable.Repeat(Rows, repeats).SelectMany(rows => rows)]);
}
