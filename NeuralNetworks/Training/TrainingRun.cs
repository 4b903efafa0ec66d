using System.Collections.Immutable;
using System.Diagnostics;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;
using MlNetFashion.NeuralNetworks.Threading;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>One training from first to last epoch.</summary>
internal sealed class TrainingRun : IDisposable
{
    private const int EvaluationBatch = 256;
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(100);

    private readonly NetworkArchitecture _architecture;
    private readonly ImageSet _train;
    private readonly ImageSet? _validation;
    private readonly TrainingOptions _options;
    private readonly WorkerPool _pool;
    private readonly SharedParameters _parameters;
    private readonly ExecutionPlan _plan;
    private readonly ExecutionPlan? _evaluation;
    private readonly Updater _updater;
    private readonly int[] _order;
    private readonly int[] _validationOrder;
    private readonly List<EpochResult> _history = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private ImmutableArray<LayerParameters> _bestParameters;
    private double _bestScore = double.NegativeInfinity;
    private int _bestEpoch;
    private int _step;
    private int _epoch = 1;

    public TrainingRun(NetworkArchitecture architecture, ImmutableArray<ResolvedLayer> layers, ImmutableArray<LayerParameters> start, ImageSet train,
        ImageSet? validation, TrainingOptions options, SimdWidth width)
    {
        (_architecture, _train, _validation, _options, _bestParameters) = (architecture, train, validation, options, start);
        var threads = WorkerPool.Count(options.Threads);
        _parameters = SharedParameters.Create(width, layers, start);
        _plan = ExecutionPlan.Create(architecture, layers, _parameters,
            new PlanOptions(Math.Min(options.BatchSize, train.Count), threads, Trains: true, options.Seed, options.LabelSmoothing, options.Augmentation, options.Clock));
        _updater = _plan.CreateUpdater(options.Optimizer);
        _parameters.Store.AddStates(_updater);
        if (validation is not null)
        {
            _evaluation = ExecutionPlan.Create(architecture, layers, _parameters,
                new PlanOptions(Math.Min(EvaluationBatch, validation.Count), threads, Trains: false, options.Seed, options.LabelSmoothing));
        }

        _order = [.. Enumerable.Range(0, train.Count)];
        _validationOrder = [.. Enumerable.Range(0, validation?.Count ?? 0)];
        _pool = new WorkerPool(threads);
    }

    private int StepsPerEpoch => (_train.Count + _options.BatchSize - 1) / _options.BatchSize;

    public void Dispose() => _pool.Dispose();

    public TrainingResult Complete(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var stopped = false;
        foreach (var callback in _options.Callbacks)
            callback.TrainingBegins(_architecture, _options);
        for (var epoch = 1; epoch <= _options.Epochs && !stopped; epoch++)
        {
            // Between epochs the average stands in the weights' place: it is what is validated, kept and returned.
            if (_options.WeightAveraging is not null && epoch > 1)
                _plan.SwapAverage();
            TrainEpoch(epoch, progress, cancellationToken);
            foreach (var callback in _options.Callbacks)
                callback.EpochCompleted(_history[^1], () => Network.FromParameters(_architecture, Export()));
            stopped = _options.EarlyStopping is { } rule && !Improved(rule, epoch) && epoch - _bestEpoch >= rule.Patience && epoch < _options.Epochs;
        }

        var restore = _options.EarlyStopping is { RestoreBestWeights: true };
        var network = Network.FromParameters(_architecture, restore ? _bestParameters : Export());
        var result = new TrainingResult(network, [.. _history], _options.EarlyStopping is null ? _history.Count : _bestEpoch, stopped);
        foreach (var callback in _options.Callbacks)
            callback.TrainingCompleted(result);
        return result;
    }

    internal ImmutableArray<LayerParameters> Export() => _parameters.Store.Export();

    /// <summary>One step on images of the present order; the loss is the batch's mean, penalties included.</summary>
    internal (double Loss, int Right) Step(int first, int count)
    {
        _updater.BeginStep(++_step, LearningRate());
        var (sum, right) = _plan.Run(_train, _order, first, count, _pool, new TrainingStep(_step, _updater, _epoch));
        if (_options.WeightAveraging is { } averaging)
            _plan.Average(_step == 1 ? 0 : (float)averaging.Momentum, _pool);
        return ((sum / count) + _plan.StepPenalty, right);
    }

    /// <summary>The rate of the step just begun.</summary>
    private double LearningRate() => _options.Schedule is { } schedule
        ? schedule.Rate(_options.Optimizer.LearningRate, new ScheduleMoment(_step - 1, StepsPerEpoch, _options.Epochs, _history))
        : _options.Optimizer.LearningRate;

    private bool Improved(EarlyStopping rule, int epoch)
    {
        var score = rule.Monitor.Score(_history[^1]);
        if (_bestEpoch > 0 && !(score - rule.MinDelta > _bestScore))
            return false;
        (_bestScore, _bestEpoch) = (score, epoch);
        if (rule.RestoreBestWeights)
            _bestParameters = _parameters.Store.Export();
        return true;
    }

    private void TrainEpoch(int epoch, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var began = _clock.Elapsed;
        _epoch = epoch;
        if (_options.Shuffle)
            new SeededRandom(_options.Seed, RandomStream.Order, epoch).Shuffle(_order);
        var batches = StepsPerEpoch;
        var (lossSum, right, seen, reported) = (0.0, 0, 0, began);
        for (var batch = 1; batch <= batches; batch++)
        {
            var count = Math.Min(_options.BatchSize, _train.Count - seen);
            var (loss, batchRight) = Step(seen, count);
            if (!double.IsFinite(loss))
            {
                throw new TrainingDivergedException(FormattableString.Invariant(
                    $"The loss became {loss} in epoch {epoch}, batch {batch}: a finite number was expected. Try a smaller learning rate than {LearningRate()}."));
            }

            lossSum += loss * count;
            right += batchRight;
            seen += count;
            cancellationToken.ThrowIfCancellationRequested();
            if (progress is not null && batch < batches && _clock.Elapsed - reported > ReportInterval)
            {
                reported = _clock.Elapsed;
                progress.Report(Progress(epoch, batch, batches, lossSum / seen, (double)right / seen, seen, began, null));
            }
        }

        var trained = _clock.Elapsed;
        if (_options.WeightAveraging is not null)
            _plan.SwapAverage();
        var (validationLoss, validationAccuracy) = _validation is null ? default((double?, double?)) : Evaluate(_validation, cancellationToken);
        var result = new EpochResult(epoch, lossSum / seen, (double)right / seen, validationLoss, validationAccuracy, LearningRate(), _clock.Elapsed - began);
        _history.Add(result);
        progress?.Report(Progress(epoch, batches, batches, result.Loss, result.Accuracy, seen, began + (_clock.Elapsed - trained), result));
    }

    private TrainingProgress Progress(int epoch, int batch, int batches, double loss, double accuracy, int seen, TimeSpan began, EpochResult? completed)
    {
        var done = epoch - 1 + ((double)batch / batches);
        var remaining = TimeSpan.FromTicks((long)(_clock.Elapsed.Ticks * (_options.Epochs - done) / done));
        var speed = seen / Math.Max((_clock.Elapsed - began).TotalSeconds, 1e-9);
        return new TrainingProgress(epoch, _options.Epochs, batch, batches, loss, accuracy, speed, remaining, completed);
    }

    private (double? Loss, double? Accuracy) Evaluate(ImageSet images, CancellationToken cancellationToken)
    {
        var (lossSum, right) = (0.0, 0);
        for (var first = 0; first < images.Count; first += EvaluationBatch)
        {
            var (sum, batchRight) = _evaluation!.Run(images, _validationOrder, first, Math.Min(EvaluationBatch, images.Count - first), _pool, null);
            lossSum += sum;
            right += batchRight;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return ((lossSum / images.Count) + _plan.Penalty(), (double)right / images.Count);
    }
}
