using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace Microsoft.ML.Vision;

/// <summary>
/// Learns to classify image files by transfer: a pretrained graph, which stays as it is, makes features of every image once, and a soft-max layer is
/// trained on these. The label is a key, the feature column holds the files' bytes.
/// </summary>
public sealed partial class ImageClassificationTrainer
    : TrainerEstimatorBase<MulticlassPredictionTransformer<ImageClassificationModelParameters>, ImageClassificationModelParameters>
{
    private readonly Options _options;
    private readonly string _temporaryFolder;

    internal ImageClassificationTrainer(IHostEnvironment environment, Options options)
        : base(
            environment.Register(nameof(ImageClassificationTrainer)),
            new SchemaShape.Column(options.FeatureColumnName, SchemaShape.Column.VectorKind.VariableVector, NumberDataViewType.Byte, false),
            TrainerColumns.KeyLabel(options.LabelColumnName))
    {
        options.Check();
        _options = options;
        _temporaryFolder = (environment as MLContext)?.TempFilePath ?? Path.GetTempPath();
    }

    /// <inheritdoc/>
    public override TrainerInfo Info { get; } = new(needNormalization: false, wantCaching: false);

    /// <summary>Trains on one view and measures on another.</summary>
    public MulticlassPredictionTransformer<ImageClassificationModelParameters> Fit(IDataView trainData, IDataView? validationData) =>
        Fit(trainData, (object?)validationData);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema)
    {
        var output = TrainerColumns.MulticlassOutput(inputSchema, LabelColumn);
        return [output[0].WithName(_options.PredictedLabelColumnName), output[1].WithName(_options.ScoreColumnName)];
    }

    private protected override ImageClassificationModelParameters Train(IDataView input, object? initial, IChannel channel)
    {
        var classes = TrainingSet.KeyCount(input, LabelColumn);
        if (classes < 2)
        {
            throw new ArgumentOutOfRangeException(
                nameof(input), $"At least two classes are needed to tell apart. Column '{LabelColumn.Name}' has {classes}.");
        }

        var pretrained = PretrainedGraph.Of(_options.Arch);
        var features = pretrained.Load(_options.WorkspacePath, _temporaryFolder);
        var workspace = _options.WorkspacePath ?? Path.Combine(_temporaryFolder, Path.GetRandomFileName());
        Directory.CreateDirectory(workspace);
        try
        {
            var reader = new BottleneckReader(features.Scorer, LabelColumn.Name, FeatureColumn.Name, Told(channel), channel);
            var (train, validation) = Features(input, initial as IDataView ?? _options.ValidationSet, reader, workspace, features.Scorer.Length, classes);
            if (train.Count == 0)
                throw new InvalidOperationException("There is no image with a label to learn from.");
            var head = new BottleneckHead(features.Scorer.Length, classes, Host.Rand);
            new HeadTraining(_options, Told(channel), train, validation).Run(head);
            var graph = RetrainedGraph.Of(features, head, _options.ScoreColumnName);
            if (_options.WorkspacePath is not null)
                AtomicFile.Write(Path.Combine(workspace, _options.FinalModelPrefix + pretrained.FileName + ".pb"), stream => stream.Write(graph.Bytes));
            return new ImageClassificationModelParameters(graph);
        }
        finally
        {
            if (_options.WorkspacePath is null)
                Directory.Delete(workspace, recursive: true);
        }
    }

    private protected override MulticlassPredictionTransformer<ImageClassificationModelParameters> MakeTransformer(
        ImageClassificationModelParameters model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name, LabelColumn.Name, _options.ScoreColumnName, _options.PredictedLabelColumnName);

    /// <summary>The features to learn from and those to measure on: from the workspace where they are to be used again, computed otherwise.</summary>
    private (Bottlenecks Train, Bottlenecks? Validation) Features(
        IDataView input, IDataView? validationSet, BottleneckReader reader, string workspace, int length, int classes)
    {
        var trainPath = Path.Combine(workspace, _options.TrainSetBottleneckCachedValuesFileName);
        var validationPath = Path.Combine(workspace, _options.ValidationSetBottleneckCachedValuesFileName);
        Bottlenecks? validation = null;
        if (_options.ReuseValidationSetBottleneckCachedValues && Bottlenecks.Exist(validationPath))
        {
            validation = Bottlenecks.Load(validationPath, length, classes);
        }
        else if (validationSet is not null)
        {
            validation = Shuffled(reader.Read(validationSet, ImageClassificationMetrics.Dataset.Validation));
            validation.Save(validationPath);
        }

        if (_options.ReuseTrainSetBottleneckCachedValues && Bottlenecks.Exist(trainPath))
            return (Bottlenecks.Load(trainPath, length, classes), validation);
        var train = Shuffled(reader.Read(input, ImageClassificationMetrics.Dataset.Train));
        if (validation is null && _options.ValidationSetFraction is { } fraction)
        {
            var all = Enumerable.Range(0, train.Count).ToArray();
            var count = (int)(train.Count * fraction);
            validation = train.Rows(all.AsSpan(0, count));
            validation.Save(validationPath);
            train = train.Rows(all.AsSpan(count));
        }

        train.Save(trainPath);
        return (train, validation is { Count: > 0 } ? validation : null);
    }

    /// <summary>The rows in a random order, as ML.NET makes it.</summary>
    private Bottlenecks Shuffled(Bottlenecks bottlenecks) =>
        bottlenecks.Rows([.. Enumerable.Range(0, bottlenecks.Count).OrderBy(_ => Host.Rand.Next(0, bottlenecks.Count))]);

    /// <summary>Whom to tell: the user's callback, or else the log.</summary>
    private Action<ImageClassificationMetrics> Told(IChannel channel) =>
        _options.MetricsCallback ?? (metrics => channel.Trace(MessageSensitivity.None, metrics.ToString()));
}
