using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;
using Microsoft.ML.Vision;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Formats;
using static Microsoft.ML.Vision.ImageClassificationTrainer;

namespace MlNetFashion.MlNet.Tests.Vision;

public sealed class ImageClassificationTests : IClassFixture<BarImages>, IDisposable
{
    private const string GraphName = "resnet_v2_50_299.meta";

    private readonly BarImages _bars;
    private readonly MLContext _context = new(seed: 1);
    private readonly string _workspace = Directory.CreateTempSubdirectory("workspace").FullName;

    public ImageClassificationTests(BarImages bars)
    {
        _bars = bars;
        File.WriteAllBytes(Path.Combine(_workspace, GraphName), bars.Graph);
    }

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    [Fact]
    public void A_classifier_of_files_is_trained_on_features_of_a_frozen_graph_and_saved()
    {
        var (train, test) = Split();
        var model = Pipeline(Options()).Fit(train);

        var scored = model.Transform(test);
        Assert.True(_context.MulticlassClassification.Evaluate(scored, "Class").MicroAccuracy > 0.95);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 4), scored.Schema["Score"].Type);
        Assert.Contains(model, part => part is MulticlassPredictionTransformer<ImageClassificationModelParameters>);

        using var file = new MemoryStream();
        _context.Model.Save(model, train.Schema, file);
        var loaded = new MLContext().Model.Load(file, out _);
        Assert.Equal(scored.GetColumn<float[]>("Score").SelectMany(score => score), loaded.Transform(test).GetColumn<float[]>("Score").SelectMany(score => score));
        var engine = _context.Model.CreatePredictionEngine<BarImages.Row, Prediction>(loaded);
        Assert.Equal(_bars.Rows[2].Class, engine.Predict(_bars.Rows[2]).Name);
    }

    [Fact]
    public void The_saved_model_holds_one_graph_from_files_to_scores()
    {
        var options = Options();
        options.Epoch = 1;
        using var file = new MemoryStream();
        _context.Model.Save(Pipeline(options).Fit(All()), All().Schema, file);
        byte[] graph;
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            var block = Read(zip, "TransformerChain/Transform_002/Model/Model.key");
            Assert.True(block.AsSpan().IndexOf("IMAGPRED"u8) >= 0);
            Assert.True(block.AsSpan().IndexOf("ResizeTensor:0"u8) >= 0);
            var entry = Read(zip, "TransformerChain/Transform_002/Model/TFModel");
            graph = entry[sizeof(int)..];
            Assert.Equal(graph.Length, BitConverter.ToInt32(entry));
        }

        var nodes = Graph.Parse(graph);
        Assert.Equal("DecodeJpeg", nodes.Find("DecodeJpeg")!.Operation);
        Assert.Equal([BarImages.Size, BarImages.Size], nodes.Find("ResizeTensor/size")!.Tensor("value")!.ToIntegers());
        Assert.Equal(4, FrozenGraph.Import(graph, "input", "Score").Classes);

        static byte[] Read(ZipArchive zip, string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }

    [Fact]
    public void A_model_whose_graph_is_damaged_is_refused()
    {
        var options = Options();
        options.Epoch = 1;
        using var file = new MemoryStream();
        _context.Model.Save(Pipeline(options).Fit(All()), All().Schema, file);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.GetEntry("TransformerChain/Transform_002/Model/TFModel")!.Open();
            entry.Position = 100;
            entry.Write(new byte[300]);
        }

        Assert.Throws<InvalidDataException>(() => _context.Model.Load(file, out _));
    }

    [Fact]
    public void What_the_graph_made_of_images_is_kept_and_used_again()
    {
        var told = new List<string>();
        var options = Options();
        options.MetricsCallback = metrics => told.Add(metrics.Bottleneck is null ? "epoch" : "image");
        options.Epoch = 2;
        Pipeline(options).Fit(All());

        Assert.Equal(_bars.Rows.Count, told.Count(kind => kind == "image"));
        Assert.Equal(4, told.Count(kind => kind == "epoch"));
        Assert.Equal(108, File.ReadLines(Path.Combine(_workspace, "trainSetBottleneckFile.csv")).Count());
        Assert.Equal(12, File.ReadLines(Path.Combine(_workspace, "validationSetBottleneckFile.csv")).Count());
        Assert.Equal(8 + (108 * 16 * 4), new FileInfo(Path.Combine(_workspace, "trainSetBottleneckFile.csv_features.bin")).Length);
        Assert.Equal(108 * 8, new FileInfo(Path.Combine(_workspace, "trainSetBottleneckFile.csv_labels.bin")).Length);
        Assert.True(File.Exists(Path.Combine(_workspace, "custom_retrained_model_based_on_resnet_v2_50_299.meta.pb")));

        told.Clear();
        options.ReuseTrainSetBottleneckCachedValues = true;
        options.ReuseValidationSetBottleneckCachedValues = true;
        Pipeline(options).Fit(All());
        Assert.Equal(["epoch", "epoch", "epoch", "epoch"], told);
    }

    [Fact]
    public void Epochs_are_told_and_end_early()
    {
        var epochs = new List<TrainMetrics>();
        var options = Options();
        options.ValidationSet = Bytes(Split().Test);
        options.MetricsCallback = metrics =>
        {
            if (metrics.Train is { } train)
                epochs.Add(train);
        };
        options.Epoch = 100;
        options.EarlyStoppingCriteria = new EarlyStopping(patience: 3);
        options.LearningRateScheduler = new LsrDecay([new(2, 0.5f), new(0, 1f)], 1.28f);
        Pipeline(options).Fit(Split().Train);

        Assert.InRange(epochs.Count, 8, 150);
        Assert.Equal(0, epochs[0].Epoch);
        Assert.Equal(0.1f, epochs[0].LearningRate, 1e-6f);
        Assert.Equal(0.05f, epochs[4].LearningRate, 1e-6f);
        Assert.Equal([ImageClassificationMetrics.Dataset.Train, ImageClassificationMetrics.Dataset.Validation], epochs.Take(2).Select(epoch => epoch.DatasetUsed));
        Assert.True(epochs[^2].CrossEntropy < epochs[0].CrossEntropy);
        Assert.StartsWith("Phase: Training, Dataset used:      Train, Batch Processed Count:  10, Epoch:   0, Accuracy:", epochs[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_images_are_left_out()
    {
        File.WriteAllText(Path.Combine(_bars.Folder, "no.png"), "no image");
        var rows = _bars.Rows.Append(new BarImages.Row { Name = "no.png", Class = "lying" });
        var warnings = new List<string>();
        _context.Log += (_, message) => warnings.Add(message.Message);
        var options = Options();
        options.Epoch = 1;
        var model = Pipeline(options).Fit(_context.Data.LoadFromEnumerable(rows));

        Assert.Contains(warnings, text => text.Contains("1 of 121 files", StringComparison.Ordinal));
        var scores = model.Transform(_context.Data.LoadFromEnumerable(rows)).GetColumn<float[]>("Score").Last();
        Assert.All(scores, score => Assert.True(float.IsNaN(score)));
    }

    [Fact]
    public void The_place_of_a_missing_graph_is_told()
    {
        File.Delete(Path.Combine(_workspace, GraphName));
        var message = Assert.Throws<FileNotFoundException>(() => Pipeline(Options()).Fit(All())).Message;
        Assert.Contains(Path.Combine(_workspace, GraphName), message, StringComparison.Ordinal);
        Assert.Contains("not downloaded", message, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(_workspace, GraphName), "no graph");
        Assert.Contains(GraphName, Assert.Throws<InvalidDataException>(() => Pipeline(Options()).Fit(All())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meta_graph_is_a_graph_with_notes()
    {
        // Field 1, the notes: {meta_graph_version: "1"}; field 2, the graph.
        var length = _bars.Graph.Length;
        byte[] header = [0x0A, 3, 0x0A, 1, (byte)'1', 0x12, (byte)(length | 0x80), (byte)((length >> 7) | 0x80), (byte)(length >> 14)];
        File.WriteAllBytes(Path.Combine(_workspace, GraphName), [.. header, .. _bars.Graph]);
        var options = Options();
        options.Epoch = 1;

        Assert.NotNull(Pipeline(options).Fit(All()));
    }

    [Fact]
    public void Same_seed_same_model()
    {
        float[] Scores()
        {
            var options = Options();
            options.WorkspacePath = _workspace;
            options.Epoch = 3;
            var context = new MLContext(seed: 4);
            return [.. Pipeline(options, context).Fit(All()).Transform(All()).GetColumn<float[]>("Score").SelectMany(score => score)];
        }

        Assert.Equal(Scores(), Scores());
    }

    [Fact]
    public void Options_that_cannot_be_meant_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Trainer(options => options.BatchSize = 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trainer(options => options.ValidationSetFraction = 1));
        Assert.Throws<ArgumentException>(() => Trainer(options => (options.ValidationSetFraction, options.TestOnTrainSet) = (null, false)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _context.MulticlassClassification.Trainers.ImageClassification("Class", "Name").Fit(All()));

        void Trainer(Action<Options> change)
        {
            var options = Options();
            change(options);
            _context.MulticlassClassification.Trainers.ImageClassification(options);
        }
    }

    [Theory]
    [InlineData(0, 0, 0.01)]
    [InlineData(1, 9, 0.01)]
    [InlineData(2, 0, 0.0094)]
    [InlineData(5, 0, 0.008836)]
    public void Rates_decay_exponentially(int epoch, int batch, double rate) =>
        Assert.Equal(rate, new ExponentialLRDecay().GetLearningRate(new TrainingPosition(epoch, batch, 10, 10)), 1e-7);

    [Theory]
    [InlineData(0, false, 0.01)]
    [InlineData(1, false, 0.00505)]
    [InlineData(4, false, 0.0001)]
    [InlineData(3, true, 0.002575)]
    public void Rates_decay_along_a_power(int epoch, bool cycle, double rate) =>
        Assert.Equal(rate, new PolynomialLRDecay(cycle: cycle).GetLearningRate(new TrainingPosition(epoch, 0, 10, 10)), 1e-7);

    private Options Options() => new()
    {
        LabelColumnName = "Class",
        FeatureColumnName = "File",
        WorkspacePath = _workspace,
        Epoch = 40,
        LearningRateScheduler = new ExponentialLRDecay(0.1f),
    };

    private EstimatorChain<KeyToValueMappingTransformer> Pipeline(Options options, MLContext? context = null)
    {
        context ??= _context;
        return context.Transforms.Conversion.MapValueToKey("Class", keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(context.Transforms.LoadRawImageBytes("File", _bars.Folder, "Name"))
            .Append(context.MulticlassClassification.Trainers.ImageClassification(options))
            .Append(context.Transforms.Conversion.MapKeyToValue("Name", "PredictedLabel"));
    }

    private IDataView All() => _context.Data.LoadFromEnumerable(_bars.Rows);

    private (IDataView Train, IDataView Test) Split() =>
        (_context.Data.LoadFromEnumerable(_bars.Rows.Take(100)), _context.Data.LoadFromEnumerable(_bars.Rows.Skip(100)));

    private IDataView Bytes(IDataView rows) => _context.Transforms.Conversion.MapValueToKey("Class", keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
        .Append(_context.Transforms.LoadRawImageBytes("File", _bars.Folder, "Name")).Fit(All()).Transform(rows);

    private sealed class Prediction
    {
        public string Name { get; set; } = "";
    }
}
