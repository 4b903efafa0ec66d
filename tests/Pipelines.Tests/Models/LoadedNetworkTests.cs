using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines.Models;

namespace MlNetFashion.Pipelines.Tests.Models;

/// <summary>What ML.NET makes of an archive that was written for it.</summary>
public class LoadedNetworkTests
{
    private static readonly string[] Classes = ["Ankle boot", "Bag", "Coat"];
    private readonly MLContext _mlContext = new(seed: 1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_scores_as_the_network_does(bool isLinear)
    {
        var network = isLinear ? SmallNetworks.Linear() : SmallNetworks.Convolution();
        var rows = Rows(600);
        var scored = Load(network, "Features", Classes).Transform(_mlContext.Data.LoadFromEnumerable(rows));

        Assert.Equal(Classes, LabelValues.Of(scored.Schema["PredictedLabel"]));
        var predictions = _mlContext.Data.CreateEnumerable<Prediction>(scored, reuseRowObject: false).ToArray();
        Assert.Equal(rows.Length, predictions.Length);
        for (var i = 0; i < rows.Length; i++)
            AssertSame(network, rows[i].Features, predictions[i]);
    }

    [Fact]
    public void Onnx_and_TensorFlow_score_the_same()
    {
        var network = SmallNetworks.Grey();
        var view = _mlContext.Data.LoadFromEnumerable(Rows(300));
        Prediction[] Score(FeatureScorer scorer) =>
            [.. _mlContext.Data.CreateEnumerable<Prediction>(Load(network, "Features", Classes, scorer).Transform(view), reuseRowObject: false)];

        var onnx = Score(FeatureScorer.Onnx);
        Assert.All(Score(FeatureScorer.TensorFlow).Zip(onnx), pair => Assert.Equal(pair.First.Score, pair.Second.Score));
        Assert.All(onnx.Zip(Rows(300)), pair => AssertSame(network, pair.Second.Features, pair.First));
        Assert.Throws<ArgumentException>(() => Load(SmallNetworks.Convolution(), "Features", Classes, FeatureScorer.Onnx));
    }

    [Fact]
    public void A_prediction_engine_and_a_second_saving_give_the_same()
    {
        var network = SmallNetworks.Convolution();
        var model = Load(network, "Features", new[] { 9f, 0f, 3f });
        var schema = _mlContext.Data.LoadFromEnumerable(Rows(1)).Schema;
        var saved = new MemoryStream();
        _mlContext.Model.Save(model, schema, saved);
        saved.Position = 0;
        var again = _mlContext.Model.Load(saved, out var inputSchema);

        Assert.Equal(["Features"], inputSchema.Select(column => column.Name));
        var engine = _mlContext.Model.CreatePredictionEngine<Row, Prediction>(again);
        foreach (var row in Rows(20))
            AssertSame(network, row.Features, engine.Predict(row));
        Assert.Equal(new[] { 9f, 0f, 3f }, LabelValues.Of(engine.OutputSchema["PredictedLabel"]));
    }

    [Theory]
    [InlineData("Pixels of the image")]
    [InlineData("a/b")]
    public void A_column_whose_name_no_node_can_have_is_copied(string name)
    {
        var network = SmallNetworks.Convolution();
        var view = _mlContext.Transforms.CopyColumns(name, "Features").Fit(_mlContext.Data.LoadFromEnumerable(Rows(5))).Transform(_mlContext.Data.LoadFromEnumerable(Rows(5)));
        var predictions = _mlContext.Data.CreateEnumerable<Prediction>(Load(network, name, Classes).Transform(view), reuseRowObject: false);
        Assert.All(predictions.Zip(Rows(5)), pair => AssertSame(network, pair.Second.Features, pair.First));
    }

    [Fact]
    public void A_column_called_as_the_features_inside_is_left_alone()
    {
        var network = SmallNetworks.Convolution();
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("Features", new VectorDataViewType(NumberDataViewType.Single, 32));
        builder.AddColumn("CnnFeatures", NumberDataViewType.Single);
        var output = new MemoryStream();
        NetworkModelArchive.Write(output, network, "Features", "Label", Classes, builder.ToSchema());
        output.Position = 0;
        var schema = _mlContext.Model.Load(output, out _).GetOutputSchema(builder.ToSchema());
        Assert.Equal(["Features", "CnnFeatures", "CnnFeatures1", "PredictedLabel", "Score"], schema.Select(column => column.Name));
        Assert.Equal(NumberDataViewType.Single, schema["CnnFeatures"].Type);
    }

    private ITransformer Load(Network network, string featureColumn, Array labelValues, FeatureScorer scorer = FeatureScorer.TensorFlow)
    {
        var archive = new MemoryStream();
        NetworkModelArchive.Write(archive, network, featureColumn, "Label", labelValues, SmallNetworks.Schema(featureColumn, 32), scorer);
        archive.Position = 0;
        return _mlContext.Model.Load(archive, out _);
    }

    private static void AssertSame(Network network, float[] image, Prediction prediction)
    {
        var expected = new float[3];
        network.Predict(image, 1, expected);
        for (var i = 0; i < 3; i++)
            Assert.Equal(expected[i], prediction.Score[i], 1e-5f);
        Assert.Equal((uint)expected.IndexOf(expected.Max()) + 1, prediction.PredictedLabel);
    }

    private static Row[] Rows(int count)
    {
        var random = new Random(8);
        return [.. Enumerable.Range(0, count).Select(_ => new Row { Features = [.. Enumerable.Range(0, 32).Select(_ => (float)(random.NextDouble() * 4 - 2))] })];
    }

    private sealed class Row
    {
        [VectorType(32)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Prediction
    {
        public uint PredictedLabel { get; set; }

        public float[] Score { get; set; } = [];
    }
}
