using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Behaviours;

public class TrainingBehaviourTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [SkippableFact]
    public void Columns_that_do_not_fit_a_trainer_are_refused_as_in_ML_NET()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Item.Four());
        var keys = _mlContext.Transforms.Conversion.MapValueToKey("K", "L").Fit(data).Transform(data);
        Recorded.CheckThrows("trainer: no feature column", () => Trainer("K", "Features").Fit(keys));
        Recorded.CheckThrows("trainer: no label column", () => Trainer("Nope", "V").Fit(keys));
        Recorded.CheckThrows("trainer: float label", () => Trainer("F", "V").Fit(keys));
        Recorded.CheckThrows("trainer: text label", () => Trainer("L", "V").Fit(keys));
        var free = _mlContext.Data.LoadFromEnumerable(new List<FreeVector> { new() { L = "a", V = [1] } });
        Recorded.CheckThrows(
            "trainer: features of unknown size",
            () => _mlContext.Transforms.Conversion.MapValueToKey("K", "L").Append(Trainer("K", "V")).Fit(free));
    }

    [SkippableFact]
    public void Training_without_rows_ends_as_in_ML_NET()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Item.Four());
        var keys = _mlContext.Transforms.Conversion.MapValueToKey("K", "L").Fit(data).Transform(data);
        var none = _mlContext.Data.SkipRows(keys, 100);
        Recorded.CheckThrows("trainer: empty training set", () => Trainer("K", "V").Fit(none));
        Recorded.CheckThrows(
            "trainer: SDCA, empty training set", () => _mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy("K", "V").Fit(none));
    }

    [SkippableFact]
    public void One_class_is_certain()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Item> { new() { L = "x", V = [1, 2] }, new() { L = "x", V = [2, 1] } });
        var view = _mlContext.Transforms.Conversion.MapValueToKey("L").Append(Trainer("L", "V")).Fit(data).Transform(data);
        Recorded.Check(
            "trainer: one class only, scores",
            string.Join(',', view.GetColumn<float[]>("Score").First().Select(score => score.ToString(CultureInfo.InvariantCulture))));
    }

    [SkippableTheory]
    [InlineData("trainer: a NaN feature row in training (warnings)", true)]
    [InlineData("trainer: rows with a missing label in training (warnings)", false)]
    public void Rows_that_cannot_be_trained_on_are_told(string what, bool missingFeature)
    {
        var rows = Item.Four();
        rows.Add(missingFeature ? new Item { L = "x", V = [float.NaN, 1] } : new Item { L = null, V = [1, 1] });
        var warnings = new List<string>();
        _mlContext.Log += (_, message) =>
        {
            if (message.Kind == Microsoft.ML.Runtime.ChannelMessageKind.Warning)
                warnings.Add(message.RawMessage);
        };
        var data = _mlContext.Data.LoadFromEnumerable(rows);
        _mlContext.Transforms.Conversion.MapValueToKey("L").Append(Trainer("L", "V")).Fit(data);
        var recorded = Recorded.All().Single(element => element.GetProperty("What").GetString() == what).GetProperty("Observed").EnumerateArray().First().GetString();
        Assert.Contains(recorded, warnings);
    }

    [SkippableFact]
    public void What_was_not_seen_is_missing_when_scored()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Item.Four());
        var model = _mlContext.Transforms.Conversion.MapValueToKey("L").Append(Trainer("L", "V"))
            .Append(_mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(data);
        var strange = model.Transform(_mlContext.Data.LoadFromEnumerable(new List<Item> { new() { L = "zzz", V = [float.NaN, 1] } }));
        Recorded.Check(
            "scoring: NaN feature, unseen label text 'zzz'",
            $"score {string.Join(',', strange.GetColumn<float[]>("Score").Single())}; predicted '{strange.GetColumn<string>("PredictedLabel").Single()}'; label key {strange.GetColumn<uint>("L").Single()}");
        Recorded.Check(
            "scoring: column order after LR chain",
            string.Join(", ", model.Transform(data).Schema.Select(column => $"{column.Name}:{column.Type}{(column.IsHidden ? "(hidden)" : "")}")));
        var folds = _mlContext.MulticlassClassification.CrossValidate(
            data, _mlContext.Transforms.Conversion.MapValueToKey("L").Append(Trainer("L", "V", iterations: 2)), 20, "L");
        Recorded.Check("CrossValidate: more folds (20) than rows (4)", $"{folds.Count} results");
    }

    private LbfgsMaximumEntropyMulticlassTrainer Trainer(string label, string features, int iterations = 50) =>
        _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            new LbfgsMaximumEntropyMulticlassTrainer.Options { LabelColumnName = label, FeatureColumnName = features, MaximumNumberOfIterations = iterations });

    private sealed class FreeVector
    {
        public string L { get; set; } = string.Empty;

        public float[] V { get; set; } = [];
    }
}
