using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Evaluators;

/// <summary>Binary, clustering and regression metrics on the recorded small tables.</summary>
public sealed class OtherEvaluationTests
{
    // ML.NET takes the distances between cluster means in single precision.
    private const double SingleTolerance = 1e-7;
    private const double Tolerance = 1e-12;

    [SkippableFact]
    public void Binary_cases_give_the_recorded_metrics_tables_and_refusals()
    {
        int checkedCases = 0;
        foreach (JsonElement recorded in Cases("binary.json"))
        {
            IDataView data = Binary(recorded);
            var catalog = new MLContext(1).BinaryClassification;
            bool calibrated = recorded.GetProperty("Calibrated").GetBoolean();
            if (recorded.TryGetProperty("Threw", out JsonElement threw))
            {
                var exception = Record.Exception(() => calibrated ? catalog.Evaluate(data) : catalog.EvaluateNonCalibrated(data));
                Assert.Equal(threw.GetString(), exception!.GetType().FullName);
                Assert.Equal(recorded.GetProperty("Message").GetString(), exception.Message);
                continue;
            }

            BinaryClassificationMetrics metrics = calibrated ? catalog.Evaluate(data) : catalog.EvaluateNonCalibrated(data);
            JsonElement result = recorded.GetProperty("Result");
            foreach (JsonProperty property in result.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.Object)
                    continue;
                double actual = (double)metrics.GetType().GetProperty(property.Name)!.GetValue(metrics)!;
                AssertSame(property.Value, actual, $"{recorded.GetProperty("Name")}: {property.Name}");
            }

            Assert.Equal(recorded.GetProperty("FormattedConfusionTable").GetString()!.ReplaceLineEndings(), metrics.ConfusionMatrix.GetFormattedConfusionTable());
            checkedCases++;
        }

        Assert.InRange(checkedCases, 4, int.MaxValue);
    }

    [SkippableFact]
    public void Regression_cases_give_the_recorded_metrics()
    {
        foreach (JsonElement recorded in Cases("regression.json"))
        {
            float[][] rows = Rows(recorded.GetProperty("Rows(Label,Score)"));
            var data = new ArrayView(rows.Length)
                .With("Label", NumberDataViewType.Single, [.. rows.Select(row => row[0])])
                .With("Score", NumberDataViewType.Single, [.. rows.Select(row => row[1])]);
            RegressionMetrics metrics = new MLContext(1).Regression.Evaluate(data);
            foreach (string name in new[] { "MeanAbsoluteError", "MeanSquaredError", "RootMeanSquaredError", "RSquared", "LossFunction" })
                AssertSame(recorded.GetProperty(name), (double)metrics.GetType().GetProperty(name)!.GetValue(metrics)!, name);
        }
    }

    [SkippableFact]
    public void Clustering_cases_give_the_recorded_metrics()
    {
        foreach (JsonElement recorded in Cases("clustering.json"))
        {
            var rows = recorded.GetProperty("Rows(Label raw key, Score, Features)").EnumerateArray().ToArray();
            var data = new ArrayView(rows.Length)
                .With("Label", new KeyDataViewType(typeof(uint), 3), [.. rows.Select(row => row[0].GetUInt32())])
                .WithVectors("Score", 2, [.. rows.Select(row => Vector(row[1]))])
                .WithVectors("Features", 2, [.. rows.Select(row => Vector(row[2]))]);
            ClusteringMetrics metrics = new MLContext(1).Clustering.Evaluate(
                data, recorded.GetProperty("labelColumnName").GetString(), "Score", recorded.GetProperty("featureColumnName").GetString());
            foreach (string name in new[] { "AverageDistance", "DaviesBouldinIndex", "NormalizedMutualInformation" })
                AssertSame(recorded.GetProperty(name), (double)metrics.GetType().GetProperty(name)!.GetValue(metrics)!, name, SingleTolerance);
        }
    }

    [SkippableFact]
    public void The_recorded_clustering_of_real_images_gives_the_recorded_metrics()
    {
        var context = new MLContext(1);
        ITransformer model = context.Model.Load(SharedFiles.Require("mlnet-reference/models/kmeans10.zip"), out _);
        ClusteringMetrics metrics = context.Clustering.Evaluate(model.Transform(FashionImages.Test(2000)), "Label", "Score", "Features");
        using JsonDocument recorded = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("mlnet-reference/models/kmeans10.json")));
        JsonElement expected = recorded.RootElement.GetProperty("Metrics(label, features given)");
        Assert.Equal(expected.GetProperty("AverageDistance").GetDouble(), metrics.AverageDistance, 1e-4);
        Assert.Equal(expected.GetProperty("NormalizedMutualInformation").GetDouble(), metrics.NormalizedMutualInformation, 1e-6);
        Assert.Equal(expected.GetProperty("DaviesBouldinIndex").GetDouble(), metrics.DaviesBouldinIndex, 1e-4);
    }

    private static ArrayView Binary(JsonElement recorded)
    {
        var rows = recorded.GetProperty("Rows(Label,PredictedLabel,Score,Probability)").EnumerateArray().ToArray();
        return new ArrayView(rows.Length)
            .With("Label", BooleanDataViewType.Instance, [.. rows.Select(row => row[0].GetBoolean())])
            .With("PredictedLabel", BooleanDataViewType.Instance, [.. rows.Select(row => row[1].GetBoolean())])
            .With("Score", NumberDataViewType.Single, [.. rows.Select(row => Number(row[2]))])
            .With("Probability", NumberDataViewType.Single, [.. rows.Select(row => Number(row[3]))]);
    }

    private static JsonElement[] Cases(string file) =>
        [.. JsonDocument.Parse(File.ReadAllText(SharedFiles.Require($"mlnet-reference/metrics/{file}"))).RootElement.EnumerateArray()];

    private static float[][] Rows(JsonElement rows) => [.. rows.EnumerateArray().Select(Vector)];

    private static float[] Vector(JsonElement vector) => [.. vector.EnumerateArray().Select(Number)];

    private static float Number(JsonElement number) => number.ValueKind == JsonValueKind.String ? (float)Special(number) : number.GetSingle();

    private static double Special(JsonElement text) => text.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var other => throw new InvalidDataException($"{other} is no number."),
    };

    private static void AssertSame(JsonElement expected, double actual, string what, double tolerance = Tolerance)
    {
        double number = expected.ValueKind == JsonValueKind.String ? Special(expected) : expected.GetDouble();
        Assert.True(number.Equals(actual) || Math.Abs(number - actual) < tolerance, $"{what}: expected {number:R}, got {actual:R}");
    }
}
