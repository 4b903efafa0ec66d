using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines.Tests;

public class ConvolutionalNetworkTrainerTests
{
    private static readonly NetworkArchitecture Small = new("test/small", new TensorShape(28, 28, 1),
    [
        new Conv2D(8) { Activation = Activation.Relu },
        new MaxPool2D(),
        new Flatten(),
        new Dense(16) { Activation = Activation.Relu },
        new Dense(10) { Activation = Activation.Softmax },
    ]);

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly ImageDataSet _data;

    public ConvolutionalNetworkTrainerTests() =>
        _data = FashionMnist.Load(_mlContext, new DataSetOptions { UseSketch = true, SketchTrainCount = 1500, SketchTestCount = 300 });

    private static ConvolutionalNetworkTrainer.Options Quick => new() { Epochs = 3, BatchSize = 32, Seed = 5 };

    [Fact]
    public void A_pipeline_learns_and_names_the_garment()
    {
        var model = Pipeline(Quick).Append(_mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(_data.Train);
        var scored = model.Transform(_data.Test);

        var metrics = _mlContext.MulticlassClassification.Evaluate(Pipeline(Quick).Fit(_data.Train).Transform(_data.Test));
        Assert.InRange(metrics.MicroAccuracy, 0.5, 0.99);

        var names = Text(scored, "PredictedLabel");
        var scores = Scores(scored);
        Assert.Equal(300, names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            Assert.Equal(1, scores[i].Sum(), 4);
            Assert.Equal(FashionMnist.ClassNames[Array.IndexOf(scores[i], scores[i].Max())], names[i]);
        }
    }

    [Fact]
    public void Keys_follow_the_class_numbers_and_the_score_slots_their_names()
    {
        var model = Pipeline(Quick with { Epochs = 1 }).Fit(_data.Train);
        var scored = model.Transform(_data.Test);

        VBuffer<ReadOnlyMemory<char>> names = default;
        scored.Schema["PredictedLabel"].Annotations.GetValue("KeyValues", ref names);
        Assert.Equal(FashionMnist.ClassNames, names.DenseValues().Select(name => name.ToString()));
        scored.Schema["Score"].Annotations.GetValue("SlotNames", ref names);
        Assert.Equal(FashionMnist.ClassNames, names.DenseValues().Select(name => name.ToString()));
        using var cursor = scored.GetRowCursor([scored.Schema["Label"]]);
        var get = cursor.GetGetter<uint>(scored.Schema["Label"]);
        uint key = 0;
        for (var i = 0; cursor.MoveNext(); i++)
        {
            get(ref key);
            Assert.Equal(_data.TestImages.Labels[i] + 1u, key);
        }
    }

    [Fact]
    public void A_saved_model_scores_alike_in_another_context()
    {
        var model = Pipeline(Quick with { Epochs = 1 }).Fit(_data.Train);
        using var file = new MemoryStream();
        _mlContext.Model.Save(model, _data.Train.Schema, file);
        file.Position = 0;

        var other = new MLContext(seed: 9).Model.Load(file, out var schema);

        Assert.NotNull(schema.GetColumnOrNull("Pixels"));
        Assert.Equal(Scores(model.Transform(_data.Test)), Scores(other.Transform(_data.Test)));
    }

    [Fact]
    public void The_loaded_model_scores_as_the_network_that_was_trained()
    {
        var trainer = _mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(Small, Quick with { Epochs = 1 });
        var input = Prepared(_data.Train);
        var scores = Scores(trainer.Fit(input).Transform(Prepared(_data.Test)));

        var pixels = Array.ConvertAll(_data.TestImages.Pixels.ToArray(), value => value * (1f / 255));
        var expected = new float[300 * 10];
        trainer.LastResult!.Network.Predict(pixels, 300, expected);

        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], scores[i / 10][i % 10], 1e-5f);
    }

    [Fact]
    public void The_same_seed_gives_the_same_model_on_any_number_of_threads()
    {
        var one = Scores(Pipeline(Quick with { Threads = 1 }).Fit(_data.Train).Transform(_data.Test));
        var two = Scores(Pipeline(Quick with { Threads = 2 }).Fit(_data.Train).Transform(_data.Test));
        var other = Scores(Pipeline(Quick with { Seed = 6 }).Fit(_data.Train).Transform(_data.Test));

        Assert.Equal(one, two);
        Assert.NotEqual(one[0], other[0]);
    }

    [Fact]
    public void History_and_progress_tell_of_training()
    {
        var epochs = new List<EpochResult>();
        var trainer = _mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(
            Small, Quick with { Progress = new Immediate(step => epochs.AddRange(step.CompletedEpoch is { } epoch ? [epoch] : [])) });
        Assert.Empty(trainer.History);

        trainer.Fit(Prepared(_data.Train));

        Assert.Equal([1, 2, 3], trainer.History.Select(epoch => epoch.Epoch));
        Assert.Equal(trainer.History, epochs);
        Assert.All(trainer.History, epoch => Assert.InRange(epoch.ValidationAccuracy!.Value, 0.05, 1));
    }

    [Fact]
    public void A_validation_set_of_its_own_is_measured_instead_of_a_share()
    {
        var trainer = _mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(Small, Quick with { ValidationFraction = 0 });
        trainer.Fit(Prepared(_data.Train));
        Assert.All(trainer.History, epoch => Assert.Null(epoch.ValidationAccuracy));

        var model = trainer.Fit(Prepared(_data.Train), Prepared(_data.Test));

        var accuracy = _mlContext.MulticlassClassification.Evaluate(model.Transform(Prepared(_data.Test))).MicroAccuracy;
        Assert.Equal(accuracy, trainer.History[^1].ValidationAccuracy!.Value, 1e-6);
    }

    [Fact]
    public void The_columns_are_those_of_ML_NETs_own_classifiers()
    {
        var scored = Pipeline(Quick with { Epochs = 1 }).Fit(_data.Train).Transform(_data.Test);
        var few = Prepared(_data.ToDataView(_data.TrainImages.Subset([.. Enumerable.Range(0, 50)])));
        var like = _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy().Fit(few).GetOutputSchema(few.Schema);

        foreach (var name in new[] { "Score", "PredictedLabel" })
        {
            Assert.Equal(like[name].Type, scored.Schema[name].Type);
            Assert.Equal(
                like[name].Annotations.Schema.Select(annotation => (annotation.Name, annotation.Type)),
                scored.Schema[name].Annotations.Schema.Select(annotation => (annotation.Name, annotation.Type)));
        }
    }

    [Fact]
    public void Cross_validation_works_with_networks_and_linear_models()
    {
        var network = _mlContext.MulticlassClassification.CrossValidate(_data.Train, Pipeline(Quick with { Epochs = 2 }), numberOfFolds: 5);
        var linear = _mlContext.MulticlassClassification.CrossValidate(
            _data.Train,
            Preparation().Append(_mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
                new Microsoft.ML.Trainers.LbfgsMaximumEntropyMulticlassTrainer.Options { MaximumNumberOfIterations = 20 })),
            numberOfFolds: 5);

        Assert.Equal([0, 1, 2, 3, 4], network.Select(fold => fold.Fold));
        Assert.All(network, fold => Assert.InRange(fold.Metrics.MicroAccuracy, 0.3, 0.99));
        Assert.All(linear, fold => Assert.InRange(fold.Metrics.MicroAccuracy, 0.3, 0.99));
    }

    [Fact]
    public void Rows_without_a_known_label_are_left_out()
    {
        var seven = _mlContext.Transforms.NormalizePixels("Features", "Pixels")
            .Append(_mlContext.Transforms.Conversion.MapLabelToKey("Label", FashionMnist.ClassNames[..7]));
        var network = Small with { Layers = Small.Layers.SetItem(4, new Dense(7) { Activation = Activation.Softmax }) };
        var trainer = _mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(network, Quick with { ValidationFraction = 0, Epochs = 1 });

        var model = trainer.Fit(seven.Fit(_data.Train).Transform(_data.Train));

        Assert.Equal(7, Scores(model.Transform(seven.Fit(_data.Train).Transform(_data.Test)))[0].Length);
    }

    [Fact]
    public void Data_that_does_not_fit_is_refused_before_training()
    {
        var trainers = _mlContext.MulticlassClassification.Trainers;
        var prepared = Prepared(_data.Train);
        var raw = _mlContext.Transforms.CopyColumns("Features", "Pixels").Fit(_data.Train).Transform(_data.Train);

        AssertRefused(trainers.ConvolutionalNetwork(Small, Quick with { LabelColumnName = "Class" }), prepared, "Training needs a label column 'Class'");
        AssertRefused(trainers.ConvolutionalNetwork(Small, Quick with { FeatureColumnName = "Image" }), prepared, "Training needs a feature column 'Image'");
        AssertRefused(trainers.ConvolutionalNetwork(Small, Quick), raw, "must be a Key<UInt32>");
        AssertRefused(
            trainers.ConvolutionalNetwork(Small with { Input = new TensorShape(14, 14, 1) }, Quick), prepared, "takes images of 14x14x1");
        AssertRefused(
            trainers.ConvolutionalNetwork(Small with { Layers = Small.Layers.SetItem(4, new Dense(9) { Activation = Activation.Softmax }) }, Quick),
            prepared,
            "tells 9 classes apart and needs a label column of as many keys. Received: 'Label' with 10");
        AssertRefused(trainers.ConvolutionalNetwork(Small, Quick), Prepared(_data.ToDataView(_data.TrainImages.Subset([0, 1]))), "needs more rows");

        static void AssertRefused(ConvolutionalNetworkTrainer trainer, IDataView data, string expected) =>
            Assert.Contains(expected, Assert.Throws<ArgumentException>(() => trainer.Fit(data)).Message);
    }

    [Fact]
    public void Features_that_are_not_numbers_are_named_by_row_and_place()
    {
        var rows = Enumerable.Range(0, 20).Select(i => new Row { Label = (uint)(i % 10), Features = new float[784] }).ToArray();
        rows[7].Features[33] = float.NaN;

        var fault = Assert.Throws<InvalidDataException>(() =>
            _mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(Small, Quick).Fit(_mlContext.Data.LoadFromEnumerable(rows)));

        Assert.Contains("Row 7 of column 'Features' has no number at position 33", fault.Message);
    }

    [Fact]
    public void Impossible_options_and_networks_are_refused_when_the_trainer_is_made()
    {
        var trainers = _mlContext.MulticlassClassification.Trainers;
        ConvolutionalNetworkTrainer.Options[] impossible =
        [
            Quick with { Epochs = 0 },
            Quick with { BatchSize = 0 },
            Quick with { ValidationFraction = 1 },
            Quick with { ValidationFraction = -0.1 },
            Quick with { ValidationFraction = double.NaN },
            Quick with { Threads = -1 },
            Quick with { LabelSmoothing = 1 },
            Quick with { LabelColumnName = "" },
            Quick with { Optimizer = new Adam { LearningRate = -1 } },
            Quick with { EarlyStopping = new EarlyStopping { Patience = -1 } },
        ];

        Assert.All(impossible, options => Assert.ThrowsAny<ArgumentException>(() => trainers.ConvolutionalNetwork(Small, options)));
        Assert.ThrowsAny<ArgumentException>(() => trainers.ConvolutionalNetwork(Small with { Layers = Small.Layers.RemoveAt(4) }, Quick));
        Assert.ThrowsAny<ArgumentException>(() => trainers.ConvolutionalNetwork(Small with { Layers = Small.Layers.RemoveAt(2) }, Quick));
        Assert.Throws<ArgumentException>(() => trainers.ConvolutionalNetwork(
            Small, Quick with { ValidationFraction = 0, EarlyStopping = new EarlyStopping() }).Fit(Prepared(_data.Train)));
    }

    [Fact]
    public void Schedules_callbacks_and_averages_reach_the_training()
    {
        var seen = new EpochCount();
        var plain = _mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(Small, Quick);
        var trainer = _mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(
            Small, Quick with { Schedule = new StepDecay(1), Callbacks = [seen], WeightAveraging = new WeightAveraging { Momentum = 0.5 } });

        plain.Fit(Prepared(_data.Train));
        trainer.Fit(Prepared(_data.Train));

        Assert.Equal(3, seen.Epochs);
        Assert.True(trainer.History[2].LearningRate < trainer.History[1].LearningRate);
        Assert.NotEqual(plain.History[0].ValidationLoss, trainer.History[0].ValidationLoss);
    }

    [Fact]
    public void Augmented_images_teach_otherwise_but_repeatably()
    {
        var augmented = Quick with { Epochs = 1, Augmentation = new Augmentation { RotationRange = 10, WidthShiftRange = 0.1 } };

        var scores = Scores(Pipeline(augmented).Fit(_data.Train).Transform(_data.Test));

        Assert.Equal(scores, Scores(Pipeline(augmented).Fit(_data.Train).Transform(_data.Test)));
        Assert.NotEqual(scores[0], Scores(Pipeline(Quick with { Epochs = 1 }).Fit(_data.Train).Transform(_data.Test))[0]);
    }

    [Fact]
    public void Training_stops_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var options = Quick with { Epochs = 1000, CancellationToken = cancel.Token, Progress = new Immediate(_ => cancel.Cancel()) };

        Assert.ThrowsAny<OperationCanceledException>(() => Pipeline(options).Fit(_data.Train));
    }

    private IEstimator<ITransformer> Preparation() => _mlContext.Transforms.NormalizePixels("Features", "Pixels")
        .Append(_mlContext.Transforms.Conversion.MapLabelToKey("Label", FashionMnist.ClassNames));

    private IDataView Prepared(IDataView data) => Preparation().Fit(data).Transform(data);

    private IEstimator<ITransformer> Pipeline(ConvolutionalNetworkTrainer.Options options) =>
        Preparation().Append(_mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(Small, options));

    private static List<float[]> Scores(IDataView scored)
    {
        using var cursor = scored.GetRowCursor([scored.Schema["Score"]]);
        var get = cursor.GetGetter<VBuffer<float>>(scored.Schema["Score"]);
        VBuffer<float> score = default;
        var scores = new List<float[]>();
        while (cursor.MoveNext())
        {
            get(ref score);
            scores.Add([.. score.DenseValues()]);
        }

        return scores;
    }

    private static List<string> Text(IDataView view, string column)
    {
        using var cursor = view.GetRowCursor([view.Schema[column]]);
        var get = cursor.GetGetter<ReadOnlyMemory<char>>(view.Schema[column]);
        ReadOnlyMemory<char> text = default;
        var texts = new List<string>();
        while (cursor.MoveNext())
        {
            get(ref text);
            texts.Add(text.ToString());
        }

        return texts;
    }

    private sealed class Row
    {
        [KeyType(10)]
        public uint Label { get; set; }

        [VectorType(784)]
        public float[] Features { get; set; } = [];
    }

    private sealed class EpochCount : TrainingCallback
    {
        public int Epochs { get; private set; }

        public override void EpochCompleted(EpochResult result, Func<Network> snapshot) => Epochs++;
    }

    private sealed class Immediate(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
