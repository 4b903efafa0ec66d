using System.Collections.Immutable;
using Microsoft.ML;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines.Models;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Trains a neural network on images in an ML.NET pipeline. What it returns is a model of ML.NET's own components (a frozen TensorFlow graph
/// and a maximum-entropy head), with the columns of every ML.NET classifier: Score (Vector&lt;Single&gt;, the probabilities in key order) and
/// PredictedLabel (Key&lt;UInt32&gt; with the label's key values). Made by
/// <see cref="ConvolutionalNetworkCatalog.ConvolutionalNetwork(MulticlassClassificationCatalog.MulticlassClassificationTrainers, NetworkArchitecture, Options?)"/>.
/// </summary>
public sealed partial class ConvolutionalNetworkTrainer : IEstimator<ITransformer>
{
    private readonly IEstimator<ITransformer> _likeness;
    private readonly Options _options;

    /// <param name="architecture">What to train; it must end in a dense layer with softmax.</param>
    /// <param name="options">How to train it.</param>
    /// <param name="likeness">An ML.NET classifier of the same label and features: it says which columns come out.</param>
    internal ConvolutionalNetworkTrainer(NetworkArchitecture architecture, Options options, IEstimator<ITransformer> likeness)
    {
        Architecture = architecture;
        _options = options;
        _likeness = likeness;
    }

    /// <summary>The network that is trained.</summary>
    public NetworkArchitecture Architecture { get; }

    /// <summary>The last training's outcome: history, best epoch, the network itself; null before the first.</summary>
    public TrainingResult? LastResult { get; private set; }

    /// <summary>The last training's figures, epoch by epoch; empty before the first.</summary>
    public ImmutableArray<EpochResult> History => LastResult?.History ?? [];

    /// <summary>Trains on the rows of <paramref name="input"/>, a share of them (<see cref="Options.ValidationFraction"/>) kept for validation.</summary>
    /// <exception cref="ArgumentException">A column is missing or of another type or size than the network needs, or there are too few rows.</exception>
    /// <exception cref="InvalidDataException">A feature is not a finite number.</exception>
    /// <exception cref="OperationCanceledException">The token in the options was cancelled.</exception>
    public ITransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        RequireValidation(_options.ValidationFraction > 0);
        var images = Read(input);
        var (train, validation) = Split(images);
        return Train(input.Schema, train, validation);
    }

    /// <summary>Trains on all rows of <paramref name="trainData"/> and measures on those of <paramref name="validationData"/> after every epoch.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Fit(IDataView)"/>, for either set.</exception>
    /// <exception cref="InvalidDataException">A feature is not a finite number.</exception>
    /// <exception cref="OperationCanceledException">The token in the options was cancelled.</exception>
    public ITransformer Fit(IDataView trainData, IDataView validationData)
    {
        ArgumentNullException.ThrowIfNull(trainData);
        ArgumentNullException.ThrowIfNull(validationData);
        return Train(trainData.Schema, Read(trainData), Read(validationData));
    }

    /// <summary>The input's columns, PredictedLabel and Score, as ML.NET's own classifiers declare them.</summary>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _likeness.GetOutputSchema(inputSchema);

    private ImageSet Read(IDataView input) =>
        new ImageColumnReader(_options.LabelColumnName, _options.FeatureColumnName, Architecture).Read(input, _options.CancellationToken);

    private void RequireValidation(bool hasValidation)
    {
        if (!hasValidation && _options.EarlyStopping?.Monitor is EarlyStoppingMonitor.ValidationAccuracy or EarlyStoppingMonitor.ValidationLoss)
        {
            throw new ArgumentException(
                $"Early stopping on {_options.EarlyStopping.Monitor} needs validation images. Received: a validation fraction of 0.");
        }
    }

    private static ImageSet RequireImages(ImageSet? validation) => validation
        ?? throw new ArgumentException("A temperature is chosen by validation images. Received: a validation fraction of 0.");

    private (ImageSet Train, ImageSet? Validation) Split(ImageSet images)
    {
        if (_options.ValidationFraction == 0)
            return (images, null);

        var validation = (int)Math.Round(images.Count * _options.ValidationFraction);
        if (validation == 0 || validation == images.Count)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A validation fraction of {_options.ValidationFraction} needs more rows. Received: {images.Count} rows with a label."));
        }

        var rows = new SplitMix64((ulong)(uint)_options.Seed, place: 0).Permutation(images.Count);
        Array.Sort(rows, 0, validation);
        Array.Sort(rows, validation, rows.Length - validation);
        return (images.Subset(rows.AsSpan(validation)), images.Subset(rows.AsSpan(0, validation)));
    }

    private ITransformer Train(DataViewSchema schema, ImageSet train, ImageSet? validation)
    {
        var result = NetworkTrainer.Train(
            Architecture, train, validation, _options.ToTrainingOptions(), _options.Progress, _options.CancellationToken);
        if (_options.ChooseTemperature is { } choose)
            result = result with { Network = NetworkTemperature.Calibrate(result.Network, RequireImages(validation), choose) };
        LastResult = result;

        using var archive = new MemoryStream();
        NetworkModelArchive.Write(
            archive, result.Network, _options.FeatureColumnName, _options.LabelColumnName, LabelValues.Of(schema[_options.LabelColumnName]), schema);
        archive.Position = 0;
        return new MLContext(_options.Seed).Model.Load(archive, out _);
    }
}
