using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Evaluation.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Protocols;

/// <summary>Our figures on the tables that genuine ML.NET was given, against what it said.</summary>
public class ReferenceMetricsTests
{
    public static TheoryData<string> Cases =>
    [
        "plain", "predicted-label-ignored", "ties", "zero-probability", "unnormalized", "unseen-label", "unseen-label-zero-scores",
        "missing-labels", "bad-scores", "class-missing-in-test", "one-class-only", "one-class-only-perfect", "key-labels",
        "key-labels-larger-count", "key-labels-smaller-count", "text-names-short", "text-names-long", "two-classes", "big-10", "big-12",
    ];

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Figures_are_those_of_genuine_mlnet(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("mlnet-reference/metrics/multiclass.json")));
        var reference = document.RootElement.EnumerateArray().Single(c => c.GetProperty("Name").GetString() == name);
        var result = reference.GetProperty("Result");
        var lines = File.ReadAllLines(SharedFiles.Require($"mlnet-reference/metrics/{reference.GetProperty("Input").GetString()}"));

        var evaluation = HoldOut.Evaluate(new MLContext(1), View(reference, [.. lines.Skip(1).Select(line => line.Split(','))]));

        Assert.Equal(result.GetProperty("MicroAccuracy").GetDouble(), evaluation.Accuracy, 12);
        Assert.Equal(result.GetProperty("LogLoss").GetDouble(), evaluation.LogLoss, 6);
        Assert.Equal(result.GetProperty("MacroAccuracy").GetDouble(), MacroAccuracy(evaluation), 12);
        var reduction = result.GetProperty("LogLossReduction");
        if (reduction.ValueKind == JsonValueKind.Number && evaluation.Predictions.Classes == evaluation.MlNet.ConfusionMatrix.NumberOfClasses)
            Assert.Equal(reduction.GetDouble(), LogLoss.Reduction(evaluation.Predictions), 6);
        var matrix = result.GetProperty("ConfusionMatrix").GetProperty("Counts");
        for (var actual = 0; actual < matrix.GetArrayLength(); actual++)
        {
            for (var predicted = 0; predicted < matrix.GetArrayLength(); predicted++)
                Assert.Equal(matrix[actual][predicted].GetDouble(), evaluation.Confusion[actual, predicted]);
        }

        if (result.GetProperty("TopKAccuracyForAllK").ValueKind == JsonValueKind.Array && evaluation.Predictions.Classes == matrix.GetArrayLength())
        {
            var topK = result.GetProperty("TopKAccuracyForAllK").EnumerateArray().Select(x => x.GetDouble()).ToList();
            for (var k = 1; k <= topK.Count; k++)
                Assert.Equal(topK[k - 1], evaluation.TopK(k), 12);
        }
    }

    /// <summary>ML.NET averages over the classes that it scores and that occur.</summary>
    private static double MacroAccuracy(TestEvaluation evaluation) =>
        Enumerable.Range(0, evaluation.MlNet.ConfusionMatrix.NumberOfClasses)
            .Where(k => evaluation.Confusion.Support(k) > 0).Select(evaluation.Confusion.Recall).DefaultIfEmpty(0).Average();

    private static ColumnsView View(JsonElement reference, string[][] rows)
    {
        var names = reference.GetProperty("ScoreSlotNames");
        var annotations = names.ValueKind == JsonValueKind.Array
            ? ColumnsView.Annotate("SlotNames", [.. names.EnumerateArray().Select(x => x.GetString()!)])
            : null;
        var type = reference.GetProperty("LabelType").GetString()!;
        var view = new ColumnsView();
        if (type.StartsWith("Key<UInt32, 0-", StringComparison.Ordinal))
        {
            var count = int.Parse(type["Key<UInt32, 0-".Length..].TrimEnd('>'), CultureInfo.InvariantCulture) + 1;
            view.Add("Label", new KeyDataViewType(typeof(uint), count), rows.Select(row => uint.Parse(row[0], CultureInfo.InvariantCulture)).ToArray());
        }
        else
        {
            view.Add("Label", NumberDataViewType.Single, rows.Select(row => Number(row[0])).ToArray());
        }

        return view.AddVectors("Score", [.. rows.Select(row => row.Skip(2).Select(Number).ToArray())], annotations);
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
