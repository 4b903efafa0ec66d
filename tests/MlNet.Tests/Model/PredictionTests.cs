using System.Globalization;
using Microsoft.ML;
using static MlNetFashion.MlNet.Tests.RowShapes;

namespace MlNetFashion.MlNet.Tests.Model;

public class PredictionTests
{
    public static TheoryData<string> Numeric => ["lbfgs", "lbfgs-byvalue", "lbfgs-l1-0-l2-0.1", "sdca", "sdca-10iter"];

    [SkippableTheory]
    [MemberData(nameof(Numeric))]
    public void A_loaded_model_predicts_what_genuine_ML_NET_predicts(string name)
    {
        var path = ReferenceModels.Require($"{name}.zip");
        var expected = CsvTable.Read(ReferenceModels.Require($"{name}.predictions.csv"));
        var mlContext = new MLContext();
        var model = mlContext.Model.Load(path, out var schema);
        Assert.Equal(["Label", "Pixels"], schema.Select(column => column.Name));

        var scored = model.Transform(mlContext.Data.LoadFromEnumerable(FashionRows.Test(expected.Rows.Length)));
        var rows = mlContext.Data.CreateEnumerable<Prediction>(scored, reuseRowObject: false).ToArray();

        Assert.Equal(expected.Rows.Length, rows.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            Assert.Equal(float.Parse(expected.Rows[row][2], CultureInfo.InvariantCulture), rows[row].PredictedLabel);
            for (var slot = 0; slot < rows[row].Score.Length; slot++)
                Assert.Equal(float.Parse(expected.Rows[row][slot + 3], CultureInfo.InvariantCulture), rows[row].Score[slot], 1e-5f);
        }
    }

    [SkippableFact]
    public void An_engine_and_a_view_give_the_same_bits()
    {
        var mlContext = new MLContext();
        var model = mlContext.Model.Load(ReferenceModels.Require("lbfgs.zip"), out _);
        var images = FashionRows.Test(50);
        using var engine = mlContext.Model.CreatePredictionEngine<FashionRows.Image, Prediction>(model);

        var scored = model.Transform(mlContext.Data.LoadFromEnumerable(images));
        var rows = mlContext.Data.CreateEnumerable<Prediction>(scored, reuseRowObject: false).ToArray();

        var reused = new Prediction();
        for (var row = 0; row < rows.Length; row++)
        {
            Assert.Equal(rows[row].Score, engine.Predict(images[row]).Score);
            var array = reused.Score;
            engine.Predict(images[row], ref reused);
            Assert.Equal(rows[row].Score, reused.Score);
            Assert.True(row == 0 || ReferenceEquals(array, reused.Score));
        }
    }

    [SkippableFact]
    public void The_engine_shows_hidden_columns_where_ML_NET_does()
    {
        var mlContext = new MLContext();
        var model = mlContext.Model.Load(ReferenceModels.Require("lbfgs.zip"), out _);
        using var engine = mlContext.Model.CreatePredictionEngine<PixelsFirst, Prediction>(model);

        var columns = engine.OutputSchema.Select(column => $"{column.Name}:{column.Type}{(column.IsHidden ? "(hidden)" : string.Empty)}");

        Assert.Equal(
            "Pixels:Vector<Single, 784>, Label:Single(hidden), Label:Key<UInt32, 0-9>, Features:Vector<Single, 784>, "
            + "PredictedLabel:Key<UInt32, 0-9>(hidden), PredictedLabel:Single, Score:Vector<Single, 10>",
            string.Join(", ", columns));
    }

    [SkippableFact]
    public void Wrong_input_is_refused_as_in_ML_NET()
    {
        var mlContext = new MLContext();
        var model = mlContext.Model.Load(ReferenceModels.Require("lbfgs.zip"), out _);

        Assert.Equal(
            "Could not find input column 'Pixels' (Parameter 'inputSchema')",
            Assert.Throws<ArgumentOutOfRangeException>(() => mlContext.Model.CreatePredictionEngine<LabelOnly, Prediction>(model)).Message);
        Assert.Equal(
            "Could not find input column 'Label' (Parameter 'inputSchema')",
            Assert.Throws<ArgumentOutOfRangeException>(() => mlContext.Model.CreatePredictionEngine<PixelsOnly, Prediction>(model)).Message);
        Assert.Equal(
            "Could not find  column 'Nothing' (Parameter 'Schema')",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => mlContext.Model.CreatePredictionEngine<FashionRows.Image, WithNothing>(model, ignoreMissingColumns: false)).Message);
        Assert.Equal(
            "Can't bind the IDataView column 'PredictedLabel' of type 'Single' to field or property 'PredictedLabel' of type 'System.String'.",
            Assert.Throws<InvalidOperationException>(
                () => mlContext.Model.CreatePredictionEngine<FashionRows.Image, TextLabel>(model)).Message);

        using var engine = mlContext.Model.CreatePredictionEngine<FashionRows.Image, Prediction>(model);
        Assert.Equal("Value cannot be null. (Parameter 'example')", Assert.Throws<ArgumentNullException>(() => engine.Predict(null!)).Message);
        const string Unworded = "Operation is not valid due to the current state of the object.";
        Assert.Equal(Unworded, Assert.Throws<InvalidOperationException>(() => engine.Predict(new FashionRows.Image { Pixels = new float[10] })).Message);
        Assert.Equal(Unworded, Assert.Throws<InvalidOperationException>(() => engine.Predict(new FashionRows.Image { Pixels = null! })).Message);
        using var tenPixels = mlContext.Model.CreatePredictionEngine<TenPixels, Prediction>(model);
        Assert.Equal(Unworded, Assert.Throws<InvalidOperationException>(() => tenPixels.Predict(new TenPixels())).Message);

        var broken = new float[FashionRows.Pixels];
        broken[3] = float.NaN;
        Assert.All(engine.Predict(new FashionRows.Image { Pixels = broken }).Score, score => Assert.True(float.IsNaN(score)));
    }
}
