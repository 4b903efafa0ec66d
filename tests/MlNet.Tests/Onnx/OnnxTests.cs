using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetFashion.MlNet.Tests.TensorFlow;
using MlNetFashion.MlNet.Tests.Trainers;
using MlNetFashion.NeuralNetworks.Formats;
using ReferenceModels = MlNetFashion.MlNet.Tests.Model.ReferenceModels;

namespace MlNetFashion.MlNet.Tests.Onnx;

public class OnnxTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    /// <summary>Models that genuine ML.NET saved; the scores are those of ONNX Runtime there.</summary>
    [SkippableTheory]
    [InlineData("onnx-only")]
    [InlineData("onnx-nchw")]
    [InlineData("onnx-lbfgs")]
    public void A_model_of_MLNET_scores_as_it_did_there(string name)
    {
        var model = _mlContext.Model.Load(ReferenceModels.Require($"{name}.zip"), out _);
        var scored = model.Transform(FashionImages.Test(200));
        Assert.InRange(ReferencePredictions.ScoreDifference(name, scored), 0, 1e-5);
        if (name != "onnx-lbfgs")
        {
            Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 1, 10), scored.Schema["Score"].Type);
            Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 1, 24), scored.Schema["Embedding"].Type);
            Assert.Equal(10, scored.GetColumn<float[]>("Logits").First().Length);
        }
    }

    [SkippableTheory]
    [InlineData("onnx-only")]
    [InlineData("onnx-nchw")]
    public void A_model_of_MLNET_is_saved_again_byte_for_byte(string name)
    {
        var expected = ReferenceModels.Entries(File.OpenRead(ReferenceModels.Require($"{name}.zip")));
        var model = _mlContext.Model.Load(ReferenceModels.Require($"{name}.zip"), out var schema);
        var saved = new MemoryStream();
        _mlContext.Model.Save(model, schema, saved);
        var actual = ReferenceModels.Entries(saved);
        foreach (var entry in expected.Keys.Where(entry => entry.Contains("Transform_001", StringComparison.Ordinal)))
            Assert.Equal(expected[entry], actual[entry]);
    }

    [Fact]
    public void A_file_a_stream_and_the_options_give_the_same()
    {
        var network = GraphNetworks.Small();
        var bytes = OnnxModel.Export(network, "Features", "Output");
        using var file = new TemporaryFile(bytes);
        var images = GraphNetworks.Images(300);
        var view = new ArrayView(images.Length).WithVectors("Features", 32, [.. images.Select(image => ChannelsFirst(image))]);
        OnnxScoringEstimator[] estimators =
        [
            _mlContext.Transforms.ApplyOnnxModel(file.Path),
            _mlContext.Transforms.ApplyOnnxModel("Output", "Features", file.Path, gpuDeviceId: 0, fallbackToCpu: true),
            _mlContext.Transforms.ApplyOnnxModel(["Output"], ["Features"], new MemoryStream(bytes), new Dictionary<string, int[]> { ["Features"] = [-1, 2, 4, 4] }, recursionLimit: 50),
            _mlContext.Transforms.ApplyOnnxModel(new OnnxOptions { ModelFile = file.Path, OutputColumns = ["Output"] }),
        ];
        foreach (var estimator in estimators)
        {
            Assert.Equal("Output", estimator.GetOutputSchema(SchemaShape.Create(view.Schema))[1].Name);
            using var transformer = estimator.Fit(view);
            var scores = transformer.Transform(view).GetColumn<float[]>("Output").ToArray();
            Assert.Equal(images.Length, scores.Length);
            foreach (var (image, score) in images.Zip(scores))
            {
                var expected = new float[3];
                network.Predict(image, 1, expected);
                for (var i = 0; i < 3; i++)
                    Assert.Equal(expected[i], score[i], 1e-5f);
            }
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var bytes = OnnxModel.Export(GraphNetworks.Small(), "Features", "Output");
        OnnxScoringEstimator Apply(string output, string input) => _mlContext.Transforms.ApplyOnnxModel(output, input, new MemoryStream(bytes));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apply("Nothing", "Features"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apply("Output", "Nothing"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apply("Output", "Features").Fit(new ArrayView(1).WithVectors("Features", 31, [new float[31]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apply("Output", "Features").Fit(new ArrayView(1).WithVectors("Other", 32, [new float[32]])));
        Assert.Throws<InvalidOperationException>(() => _mlContext.Transforms.ApplyOnnxModel("Output", "Features", new MemoryStream(bytes), gpuDeviceId: 0));
        Assert.Throws<FileNotFoundException>(() => _mlContext.Transforms.ApplyOnnxModel("nothing.onnx"));
        Assert.Throws<InvalidDataException>(() => _mlContext.Transforms.ApplyOnnxModel(new MemoryStream([1, 2, 3])));
    }

    // The images of the test network are 4x4 with two channels.
    private static float[] ChannelsFirst(float[] image) => [.. Enumerable.Range(0, 32).Select(i => image[(i % 16 * 2) + (i / 16)])];
}
