using Microsoft.ML;
using MlNetFashion.Interchange.Models;
using MlNetFashion.MlNet.Tests.Model;
using static MlNetFashion.MlNet.Tests.RowShapes;

namespace MlNetFashion.MlNet.Tests.Behaviours;

public class ModelBehaviourTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [SkippableFact]
    public void Files_that_hold_no_model_are_refused_as_in_ML_NET()
    {
        Recorded.CheckThrows("Model.Load: missing file", () => _mlContext.Model.Load("/nowhere/none.zip", out _));
        Recorded.CheckThrows("Model.Load: not a zip (text 'hello')", () => Load("hello"u8.ToArray()));
        using var empty = new MemoryStream();
        using (new System.IO.Compression.ZipArchive(empty, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
        }

        Recorded.CheckThrows("Model.Load: a zip without a model", () => Load(empty.ToArray()));
        var whole = File.ReadAllBytes(ReferenceModels.Require("lbfgs.zip"));
        Recorded.CheckThrows("Model.Load: a model zip cut in half", () => Load(whole[..(whole.Length / 2)]));
        var message = Recorded.All().Single(element => element.GetProperty("What").GetString()!.StartsWith("Model.LoadWithDataLoader on a zip saved without loader", StringComparison.Ordinal))
            .GetProperty("Message").GetString();
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => _mlContext.Model.LoadWithDataLoader(ReferenceModels.Require("lbfgs.zip"), out _)).Message);
    }

    [SkippableFact]
    public void Schemas_come_back_as_in_ML_NET()
    {
        var model = _mlContext.Model.Load(ReferenceModels.Require("loader.zip"), out var schema);
        Recorded.Check(
            "Model.Load on a zip saved with a loader: schema columns, transformer type",
            $"{string.Join(", ", schema.Select(column => $"{column.Name}:{column.Type}"))}; {model.GetType()}");

        using var stream = new MemoryStream();
        _mlContext.Model.Save(model, (DataViewSchema)null!, stream);
        _mlContext.Model.Load(stream, out var none);
        Recorded.Check("Model.Save with null schema, then Load: schema", none is null ? "null" : "a schema");
        Recorded.Check("assembly identity of Microsoft.ML.Data", MlNetAssemblies.Data);
    }

    [SkippableFact]
    public void Engines_behave_as_in_ML_NET()
    {
        var model = _mlContext.Model.Load(ReferenceModels.Require("lbfgs.zip"), out _);
        var image = FashionRows.Test(1)[0];
        using var engine = _mlContext.Model.CreatePredictionEngine<FashionRows.Image, Prediction>(model);
        using var nothing = _mlContext.Model.CreatePredictionEngine<FashionRows.Image, WithNothing>(model);
        Recorded.Check("PredictionEngine: output class with a column that does not exist (float Nothing)", $"value {nothing.Predict(image).Nothing}");
        Recorded.CheckThrows(
            "PredictionEngine: the same with ignoreMissingColumns false",
            () => _mlContext.Model.CreatePredictionEngine<FashionRows.Image, WithNothing>(model, ignoreMissingColumns: false));
        Recorded.CheckThrows(
            "PredictionEngine: output member string for a Single column", () => _mlContext.Model.CreatePredictionEngine<FashionRows.Image, TextLabel>(model));
        Recorded.CheckThrows("PredictionEngine: Predict(null)", () => engine.Predict(null!));
        Recorded.CheckThrows(
            "PredictionEngine: input class without the Pixels column", () => _mlContext.Model.CreatePredictionEngine<LabelOnly, Prediction>(model));
        Recorded.CheckThrows(
            "PredictionEngine: input class without Label (the chain maps Label to key)", () => _mlContext.Model.CreatePredictionEngine<PixelsOnly, Prediction>(model));

        var tooShort = new FashionRows.Image { Pixels = new float[10] };
        var missing = new FashionRows.Image { Pixels = null! };
        using var ten = _mlContext.Model.CreatePredictionEngine<TenPixels, Prediction>(model);
        Recorded.CheckThrows("PredictionEngine: input vector member of size 10 where the model has 784: Predict", () => ten.Predict(new TenPixels()));
        Recorded.CheckThrows("PredictionEngine: null vector", () => engine.Predict(missing));
        Recorded.CheckThrows("PredictionEngine: array of 10 in a [VectorType(784)] member", () => engine.Predict(tooShort));

        var broken = new FashionRows.Image { Pixels = [.. image.Pixels] };
        broken.Pixels[100] = float.NaN;
        Recorded.Check("PredictionEngine: NaN pixel", string.Join(',', engine.Predict(broken).Score));

        var reused = new Prediction();
        engine.Predict(image, ref reused);
        var array = reused.Score;
        engine.Predict(image, ref reused);
        Recorded.Check("PredictionEngine.Predict(in, ref out) twice: is the Score array reused", ReferenceEquals(array, reused.Score) ? "yes" : "no");
        var (first, second) = (engine.Predict(image), engine.Predict(image));
        Recorded.Check(
            "PredictionEngine: two calls of Predict(in): distinct result objects and Score arrays",
            $"{(ReferenceEquals(first, second) ? "one object" : "two objects")}, {(ReferenceEquals(first.Score, second.Score) ? "one array" : "two arrays")}");
        using var ordered = _mlContext.Model.CreatePredictionEngine<PixelsFirst, Prediction>(model);
        Recorded.Check(
            "PredictionEngine.OutputSchema", string.Join(", ", ordered.OutputSchema.Select(column => $"{column.Name}:{column.Type}{(column.IsHidden ? "(hidden)" : "")}")));
    }

    private void Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        _mlContext.Model.Load(stream, out _);
    }
}
