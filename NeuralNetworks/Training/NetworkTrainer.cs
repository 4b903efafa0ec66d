using System.Collections.Immutable;
using System.Diagnostics;
using MlNetFashion.NeuralNetworks.Reference;

namespace MlNetFashion.NeuralNetworks;

/// <summary>Trains networks by stochastic gradient descent on the softmax cross-entropy.</summary>
public static class NetworkTrainer
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Trains a network. Weights, order and dropout come from <see cref="TrainingOptions.Seed"/>; the same seed gives the same weights, bit
    /// for bit, whatever the number of threads.
    /// </summary>
    /// <param name="architecture">Layers; the last must end in softmax and have one output a class.</param>
    /// <param name="train">Images to learn from.</param>
    /// <param name="validation">Images to judge each epoch by, or null.</param>
    /// <param name="options">Epochs, batch size, optimiser, seed and so on.</param>
    /// <param name="progress">Told a few times a second, and at the end of every epoch.</param>
    /// <param name="cancellationToken">Checked after every batch.</param>
    /// <exception cref="ArgumentException">The options are impossible, or layers and images do not fit together.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the batch at work was finished.</exception>
    /// <exception cref="TrainingDivergedException">The loss is no longer a number.</exception>
    public static TrainingResult Train(NetworkArchitecture architecture, ImageSet train, ImageSet? validation, TrainingOptions options,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var layers = architecture.Resolve();
        RequireFit(architecture, layers, train, "training");
        if (validation is not null)
            RequireFit(architecture, layers, validation, "validation");
        if (options.EarlyStopping is { NeedsValidation: true } && validation is null)
            throw new ArgumentException($"Early stopping by {options.EarlyStopping.Monitor} expects validation images. Received: none.");

        var start = options.InitialParameters is { } given
            ? ParameterStart.Check(architecture.Name, layers, given)
            : ParameterStart.Draw(layers, options.Seed);
        return new Run(architecture, start, train, validation, options, progress, cancellationToken).Complete();
    }

    private static void RequireFit(NetworkArchitecture architecture, ImmutableArray<ResolvedLayer> layers, ImageSet images, string role)
    {
        if (images.Count == 0)
            throw new ArgumentException($"Network '{architecture.Name}' expects at least one {role} image. Received: none.");
        if (images.Shape != architecture.Input)
            throw new ArgumentException($"Network '{architecture.Name}' expects {role} images of {architecture.Input}. Received: {images.Shape}.");
        var last = layers[^1];
        if (last.Layer is not (Dense { Activation: Activation.Softmax } or ActivationLayer { Function: Activation.Softmax }))
            throw new ArgumentException($"Network '{architecture.Name}' expects a last layer with softmax. Received: {last.Layer.TypeName} '{last.Name}'.");
        if (last.Output.Shape.Size != images.Classes)
            throw new ArgumentException($"Network '{architecture.Name}' gives {last.Output.Shape.Size} classes and expects {role} labels of as many. Received: {images.Classes}.");
    }

    /// <summary>One training from first to last epoch.</summary>
    private sealed class Run(NetworkArchitecture architecture, ImmutableArray<LayerParameters> start, ImageSet train, ImageSet? validation,
        TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        private readonly ReferenceNetwork _network = new(architecture, start, options.Seed);
        private readonly List<EpochResult> _history = [];
        private readonly int[] _order = [.. Enumerable.Range(0, train.Count)];
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private ImmutableArray<LayerParameters> _bestParameters = start;
        private double _bestScore = double.NegativeInfinity;
        private int _bestEpoch;
        private int _step;

        public TrainingResult Complete()
        {
            var stopped = false;
            for (var epoch = 1; epoch <= options.Epochs && !stopped; epoch++)
            {
                TrainEpoch(epoch);
                stopped = options.EarlyStopping is { } rule && !Improved(rule, epoch) && epoch - _bestEpoch >= rule.Patience && epoch < options.Epochs;
            }

            var restore = options.EarlyStopping is { RestoreBestWeights: true };
            var network = Network.FromParameters(architecture, restore ? _bestParameters : _network.Export());
            return new TrainingResult(network, [.. _history], options.EarlyStopping is null ? _history.Count : _bestEpoch, stopped);
        }

        private bool Improved(EarlyStopping rule, int epoch)
        {
            var score = rule.Score(_history[^1]);
            if (!(score > _bestScore + rule.MinDelta) && _bestEpoch > 0)
                return false;
            (_bestScore, _bestEpoch) = (score, epoch);
            if (rule.RestoreBestWeights)
                _bestParameters = _network.Export();
            return true;
        }

        private void TrainEpoch(int epoch)
        {
            var began = _clock.Elapsed;
            if (options.Shuffle)
                new SeededRandom(options.Seed, RandomStream.Order, epoch).Shuffle(_order);
            var batches = (train.Count + options.BatchSize - 1) / options.BatchSize;
            var (lossSum, correct, seen, reported) = (0.0, 0, 0, began);
            for (var batch = 1; batch <= batches; batch++)
            {
                var rows = _order.AsSpan(seen, Math.Min(options.BatchSize, train.Count - seen));
                var (loss, right) = Step(rows);
                if (!double.IsFinite(loss))
                    throw new TrainingDivergedException(FormattableString.Invariant(
                        $"The loss became {loss} in epoch {epoch}, batch {batch}: a finite number was expected. Try a smaller learning rate than {options.Optimizer.LearningRate}."));
                lossSum += loss * rows.Length;
                correct += right;
                seen += rows.Length;
                cancellationToken.ThrowIfCancellationRequested();
                if (progress is not null && _clock.Elapsed - reported > ReportInterval && batch < batches)
                {
                    reported = _clock.Elapsed;
                    Report(epoch, batch, batches, seen, lossSum, correct, began, null);
                }
            }

            var (validationLoss, validationAccuracy) = validation is null ? default((double?, double?)) : Evaluate(validation);
            var result = new EpochResult(epoch, lossSum / seen, (double)correct / seen, validationLoss, validationAccuracy,
                options.Optimizer.LearningRate, _clock.Elapsed - began);
            _history.Add(result);
            Report(epoch, batches, batches, seen, lossSum, correct, began, result);
        }

        private void Report(int epoch, int batch, int batches, int seen, double lossSum, int correct, TimeSpan began, EpochResult? completed)
        {
            var elapsed = _clock.Elapsed - began;
            var done = (epoch - 1) + (double)batch / batches;
            var remaining = TimeSpan.FromTicks((long)(_clock.Elapsed.Ticks * (options.Epochs - done) / done));
            progress?.Report(new TrainingProgress(epoch, options.Epochs, batch, batches, lossSum / seen, (double)correct / seen,
                seen / Math.Max(elapsed.TotalSeconds, 1e-9), remaining, completed));
        }

        private (double Loss, int Correct) Step(ReadOnlySpan<int> rows)
        {
            var labels = Labels(train, rows);
            var outputs = _network.Forward(Gather(train, rows), rows.Length, training: true);
            var loss = _network.Loss(outputs, labels, options.LabelSmoothing);
            _network.Backward(outputs, labels, options.LabelSmoothing);
            _network.Update(options.Optimizer, ++_step);
            return (loss, Right(outputs, labels));
        }

        private (double? Loss, double? Accuracy) Evaluate(ImageSet images)
        {
            var (loss, correct) = (0.0, 0);
            for (var start = 0; start < images.Count; start += 256)
            {
                int[] rows = [.. Enumerable.Range(start, Math.Min(256, images.Count - start))];
                var labels = Labels(images, rows);
                var outputs = _network.Forward(Gather(images, rows), rows.Length, training: false);
                loss += _network.Loss(outputs, labels, options.LabelSmoothing) * rows.Length;
                correct += Right(outputs, labels);
            }

            return (loss / images.Count, (double)correct / images.Count);
        }

        private static int[] Labels(ImageSet images, ReadOnlySpan<int> rows)
        {
            var labels = new int[rows.Length];
            for (var i = 0; i < rows.Length; i++)
                labels[i] = images.Labels[rows[i]];
            return labels;
        }

        private static double[] Gather(ImageSet images, ReadOnlySpan<int> rows)
        {
            var size = images.Shape.Size;
            var values = new double[rows.Length * size];
            var image = new float[size];
            for (var i = 0; i < rows.Length; i++)
            {
                images.CopyTo(rows[i], image);
                for (var j = 0; j < size; j++)
                    values[(i * size) + j] = image[j];
            }

            return values;
        }

        private static int Right(double[] outputs, int[] labels)
        {
            var classes = outputs.Length / labels.Length;
            var right = 0;
            for (var i = 0; i < labels.Length; i++)
            {
                var row = outputs.AsSpan(i * classes, classes);
                var best = 0;
                for (var j = 1; j < classes; j++)
                    best = row[j] > row[best] ? j : best;
                right += best == labels[i] ? 1 : 0;
            }

            return right;
        }
    }
}
