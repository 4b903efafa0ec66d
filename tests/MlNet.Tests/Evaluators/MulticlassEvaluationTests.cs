using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Evaluators;

public sealed class MulticlassEvaluationTests
{
    // Recorded as faults of ML.NET rather than as behaviour: an index out of range where a count can be given.
    private static readonly string[] Unmatched = ["plain-top5", "unseen-label-negative-scores"];

    [SkippableFact]
    public void Every_recorded_case_gives_the_recorded_metrics()
    {
        using JsonDocument cases = Cases();
        int checkedCases = 0;
        foreach (JsonElement recorded in cases.RootElement.EnumerateArray())
        {
            if (!recorded.TryGetProperty("Result", out JsonElement result))
                continue;
            string name = recorded.GetProperty("Name").GetString()!;
            IDataView data = Table(recorded);
            var metrics = new MLContext(1).MulticlassClassification.Evaluate(data, topKPredictionCount: recorded.GetProperty("TopKPredictionCountArgument").GetInt32());
            Same(result.GetProperty("MicroAccuracy"), metrics.MicroAccuracy, name);
            Same(result.GetProperty("MacroAccuracy"), metrics.MacroAccuracy, name);
            Same(result.GetProperty("LogLoss"), metrics.LogLoss, name);
            Same(result.GetProperty("LogLossReduction"), metrics.LogLossReduction, name);
            Same(result.GetProperty("PerClassLogLoss"), metrics.PerClassLogLoss, name);
            Same(result.GetProperty("TopKAccuracy"), metrics.TopKAccuracy, name);
            Assert.Equal(result.GetProperty("TopKPredictionCount").GetInt32(), metrics.TopKPredictionCount);
            if (result.GetProperty("TopKAccuracyForAllK").ValueKind == JsonValueKind.Null)
                Assert.Null(metrics.TopKAccuracyForAllK);
            else
                Same(result.GetProperty("TopKAccuracyForAllK"), metrics.TopKAccuracyForAllK, name);
            JsonElement confusion = result.GetProperty("ConfusionMatrix");
            Assert.Equal(confusion.GetProperty("NumberOfClasses").GetInt32(), metrics.ConfusionMatrix.NumberOfClasses);
            Same(confusion.GetProperty("PerClassPrecision"), metrics.ConfusionMatrix.PerClassPrecision, name);
            Same(confusion.GetProperty("PerClassRecall"), metrics.ConfusionMatrix.PerClassRecall, name);
            var counts = confusion.GetProperty("Counts").EnumerateArray().ToArray();
            for (int k = 0; k < counts.Length; k++)
                Same(counts[k], metrics.ConfusionMatrix.Counts[k], name);
            if (recorded.TryGetProperty("FormattedConfusionTable", out JsonElement table) && table.ValueKind == JsonValueKind.String)
                Assert.Equal(table.GetString()!.ReplaceLineEndings(), metrics.ConfusionMatrix.GetFormattedConfusionTable());
            checkedCases++;
        }

        Assert.InRange(checkedCases, 25, int.MaxValue);
    }

    [SkippableFact]
    public void Every_recorded_table_is_printed_byte_for_byte()
    {
        using JsonDocument cases = Cases();
        int tables = 0;
        foreach (JsonElement recorded in cases.RootElement.EnumerateArray())
        {
            string name = recorded.GetProperty("Name").GetString()!;
            if (SharedFiles.Find($"mlnet-reference/metrics/{name}.confusion.txt") is not { } path)
                continue;
            var metrics = new MLContext(1).MulticlassClassification.Evaluate(Table(recorded));
            Assert.Equal(File.ReadAllText(path).ReplaceLineEndings(), metrics.ConfusionMatrix.GetFormattedConfusionTable());
            tables++;
        }

        Assert.InRange(tables, 10, int.MaxValue);
    }

    [SkippableFact]
    public void Every_recorded_refusal_is_refused_in_the_same_words()
    {
        using JsonDocument cases = Cases();
        int refusals = 0;
        foreach (JsonElement recorded in cases.RootElement.EnumerateArray())
        {
            if (!recorded.TryGetProperty("Threw", out JsonElement threw) || threw.ValueKind != JsonValueKind.String || Unmatched.Contains(recorded.GetProperty("Name").GetString()))
                continue;
            IDataView data = Table(recorded);
            int topK = recorded.GetProperty("TopKPredictionCountArgument").GetInt32();
            var exception = Record.Exception(() => new MLContext(1).MulticlassClassification.Evaluate(data, topKPredictionCount: topK));
            Assert.NotNull(exception);
            Assert.Equal(threw.GetString(), exception.GetType().FullName);
            Assert.Equal(recorded.GetProperty("Message").GetString(), exception.Message);
            refusals++;
        }

        Assert.InRange(refusals, 7, int.MaxValue);
    }

    [Fact]
    public void More_top_places_than_classes_add_nothing()
    {
        ArrayView data = Scored([0, 1], [[0.7f, 0.3f], [0.6f, 0.4f]]);
        var metrics = new MLContext(1).MulticlassClassification.Evaluate(data, topKPredictionCount: 5);
        Assert.Equal([0.5, 1, 1, 1, 1], metrics.TopKAccuracyForAllK);
    }

    [Fact]
    public void A_class_without_a_score_is_wrong_even_where_all_scores_are_negative()
    {
        ArrayView data = Scored([3], [[-1, -2, -3]]);
        var metrics = new MLContext(1).MulticlassClassification.Evaluate(data, topKPredictionCount: 3);
        Assert.Equal(0, metrics.MicroAccuracy);
        Assert.Equal([0, 0, 0], metrics.TopKAccuracyForAllK);
    }

    [Fact]
    public void Counts_are_asked_for_by_predicted_then_actual_class()
    {
        ArrayView data = Scored([0, 0, 1], [[0.1f, 0.9f], [0.2f, 0.8f], [0.3f, 0.7f]]);
        var matrix = new MLContext(1).MulticlassClassification.Evaluate(data).ConfusionMatrix;
        Assert.Equal(2, matrix.GetCountForClassPair(1, 0));
        Assert.Equal(0, matrix.GetCountForClassPair(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.GetCountForClassPair(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.GetCountForClassPair(0, -1));
    }

    private static JsonDocument Cases() => JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("mlnet-reference/metrics/multiclass.json")));

    private static ArrayView Scored(float[] labels, float[][] scores) => new ArrayView(labels.Length)
        .With("Label", NumberDataViewType.Single, labels)
        .With("PredictedLabel", new KeyDataViewType(typeof(uint), scores[0].Length), new uint[labels.Length])
        .WithVectors("Score", scores[0].Length, scores);

    private static ArrayView Table(JsonElement recorded)
    {
        if (recorded.TryGetProperty("Input", out JsonElement input) && input.ValueKind == JsonValueKind.String)
            return FromFile(recorded, SharedFiles.Require($"mlnet-reference/metrics/{input.GetString()}"));
        string name = recorded.GetProperty("Name").GetString()!;
        float[][] one = [[0.7f, 0.2f, 0.1f]];
        return name switch
        {
            "counts-120000" => Scored(
                [.. Enumerable.Range(0, 240_000).Select(i => (float)(i % 2))],
                [.. Enumerable.Range(0, 240_000).Select(i => i % 2 == 0 ? new[] { 0.9f, 0.05f, 0.05f } : [0.2f, 0.5f, 0.3f])]),
            "score-size-1" => Scored([0], [[1f]]),
            "label-text" => Around("Label", TextDataViewType.Instance, "0".AsMemory(), one),
            "label-int32" => Around("Label", NumberDataViewType.Int32, 0, one),
            "label-bool" => Around("Label", BooleanDataViewType.Instance, true, one),
            "score-double" => new ArrayView(1)
                .With("Label", NumberDataViewType.Single, [0f])
                .With("PredictedLabel", NumberDataViewType.Single, [0f])
                .With("Score", new VectorDataViewType(NumberDataViewType.Double, 3), [new VBuffer<double>(3, [0.7, 0.2, 0.1])]),
            "no-predicted-label" => new ArrayView(1).With("Label", NumberDataViewType.Single, [0f]).WithVectors("Score", 3, one),
            "no-score" => new ArrayView(1).With("Label", NumberDataViewType.Single, [0f]).With("PredictedLabel", NumberDataViewType.Single, [0f]),
            _ => throw new InvalidDataException($"The recorded case {name} has no table here."),
        };
    }

    private static ArrayView Around<T>(string name, DataViewType type, T value, float[][] scores) => new ArrayView(1)
        .With(name, type, [value])
        .With("PredictedLabel", NumberDataViewType.Single, [0f])
        .WithVectors("Score", scores[0].Length, scores);

    private static ArrayView FromFile(JsonElement recorded, string path)
    {
        CsvTable table = CsvTable.Read(path);
        int classes = table.Header.Length - 2;
        float[][] scores = [.. table.Rows.Select(row => row[2..].Select(Number).ToArray())];
        var annotations = new DataViewSchema.Annotations.Builder();
        if (recorded.GetProperty("ScoreSlotNames") is { ValueKind: JsonValueKind.Array } names)
        {
            ReadOnlyMemory<char>[] texts = [.. names.EnumerateArray().Select(name => name.GetString().AsMemory())];
            annotations.Add(
                "SlotNames",
                new VectorDataViewType(TextDataViewType.Instance, texts.Length),
                (ref VBuffer<ReadOnlyMemory<char>> value) => value = new VBuffer<ReadOnlyMemory<char>>(texts.Length, texts));
        }

        var view = new ArrayView(table.Rows.Length);
        string labelType = recorded.GetProperty("LabelType").GetString()!;
        if (labelType == "Single")
        {
            view.With("Label", NumberDataViewType.Single, [.. table.Rows.Select(row => Number(row[0]))]);
        }
        else
        {
            int last = int.Parse(labelType.Split('-')[1].TrimEnd('>'), CultureInfo.InvariantCulture);
            view.With("Label", new KeyDataViewType(typeof(uint), last + 1), [.. table.Rows.Select(row => uint.Parse(row[0], CultureInfo.InvariantCulture))]);
        }

        return view
            .With("PredictedLabel", new KeyDataViewType(typeof(uint), classes), [.. table.Rows.Select(row => uint.Parse(row[1], CultureInfo.InvariantCulture))])
            .WithVectors("Score", classes, scores, annotations.ToAnnotations());
    }

    private static float Number(string text) => text switch
    {
        "NaN" => float.NaN,
        "Infinity" => float.PositiveInfinity,
        "-Infinity" => float.NegativeInfinity,
        _ => float.Parse(text, CultureInfo.InvariantCulture),
    };

    private static void Same(JsonElement expected, double actual, string name)
    {
        double number = expected.ValueKind == JsonValueKind.String ? Number(expected.GetString()!) : expected.GetDouble();
        Assert.True(number.Equals(actual), $"{name}: expected {number:R}, got {actual:R}");
    }

    private static void Same(JsonElement expected, IReadOnlyList<double> actual, string name)
    {
        var values = expected.EnumerateArray().ToArray();
        Assert.Equal(values.Length, actual.Count);
        for (int i = 0; i < values.Length; i++)
            Same(values[i], actual[i], name);
    }
}
