using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Threading;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>The plan for one vector width.</summary>
internal sealed unsafe class ExecutionPlan<TSimd, TVector> : ExecutionPlan
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int SquaresAPart = 4096;

    private readonly Arena _arena = new();
    private readonly PlanState _state;
    private readonly InputStage<TSimd, TVector> _input;
    private readonly LossStage? _loss;
    private readonly Tensor _output;
    private readonly List<Stage> _stages;
    private readonly Parameter[] _penalised;
    private readonly Stage[] _measuring;
    private readonly Parameter[] _unmeasured;
    private double _unmeasuredPenalty;
    private readonly ParameterStore _store;
    private AverageJob<TSimd, TVector>? _average;
    private readonly JobList _forward;
    private readonly JobList _judging;
    private readonly JobList _predicting;
    private readonly JobList _backward;

    public ExecutionPlan(NetworkArchitecture architecture, ImmutableArray<ResolvedLayer> layers, ParameterStore store, PlanOptions options)
    {
        _state = new PlanState(options.Capacity, options.Trains, options.Workers, options.Seed);
        var compiler = new PlanCompiler<TSimd, TVector>(_state, _arena, store, architecture, layers, options.Augmentation);
        _stages = [.. compiler.Stages];
        _input = compiler.Input;
        _output = compiler.Output;
        _store = store;
        _penalised = [.. store.All.Where(parameter => parameter.Spec.L2 > 0)];
        _measuring = [.. _stages.Where(stage => stage.Measured is { Spec.L2: > 0 })];
        _unmeasured = [.. _penalised.Except(_measuring.Select(stage => stage.Measured!))];
        var clock = options.Clock;
        _forward = new JobList(_state, clock);
        _judging = new JobList(_state, clock);
        _predicting = new JobList(_state);
        _backward = new JobList(_state, clock);
        foreach (var stage in _stages)
        {
            clock?.Enter(stage.Description, backward: false);
            stage.AddForward(_forward);
        }

        if (PlanCompiler<TSimd, TVector>.EndsInSoftmax(layers))
        {
            var probabilities = Tensor.Like(_arena, _output, options.Capacity, gradient: false);
            new SoftmaxStage(_state, _output, probabilities).AddForward(_predicting);
            _loss = new LossStage(_state, _output, options.LabelSmoothing, compiler.Mixup);
            clock?.Enter(_loss.Description, backward: false);
            _loss.AddForward(_judging);
            _output = probabilities;
        }

        if (!options.Trains)
            return;
        foreach (var stage in Enumerable.Reverse(_stages))
        {
            clock?.Enter(stage.Description, backward: true);
            stage.AddBackward(_backward);
        }
    }

    public override ImmutableArray<string> Stages => [.. _stages.Append(_loss).OfType<Stage>().Select(stage => stage.Description)];

    public override long Bytes => _arena.Bytes;

    public override (double LossSum, int Right) Run(ImageSet images, int[] rows, int first, int count, WorkerPool pool, TrainingStep? step)
    {
        Begin(count, step);
        _input.Take(images, rows, first);
        if (step is not null)
            _unmeasuredPenalty = Penalty(_unmeasured);
        var labels = images.Labels;
        for (var i = 0; i < count; i++)
            _loss!.Labels[i] = labels[rows[first + i]];
        Run(_forward, pool);
        Run(_judging, pool);
        var result = (_loss!.LossSum, _loss.Right);
        if (step is not null)
        {
            Run(_backward, pool);
            _store.Version++;
        }

        GC.KeepAlive(this);
        return result;
    }

    public override void Predict(float* images, int count, float* outputs, WorkerPool pool)
    {
        Begin(count, null);
        _input.Take(images);
        Run(_forward, pool);
        Run(_predicting, pool);
        CopyOutputs(count, outputs);
        GC.KeepAlive(this);
    }

    public override double Penalty() => Penalty(_penalised);

    public override double StepPenalty
    {
        get
        {
            var penalty = _unmeasuredPenalty;
            foreach (var stage in _measuring)
                penalty += stage.Measured!.Spec.L2 * stage.SquaresBeforeUpdate;
            return penalty;
        }
    }

    public override void Average(float momentum, WorkerPool pool)
    {
        _average ??= new AverageJob<TSimd, TVector>(_arena, _store.All.Where(parameter => parameter.Spec.Trainable));
        _average.Momentum = momentum;
        pool.Run(_average);
        GC.KeepAlive(this);
    }

    public override void SwapAverage()
    {
        _average!.Swap();
        _store.Version++;
        GC.KeepAlive(this);
    }

    public override Updater CreateUpdater(Optimizer optimizer) => UpdaterFactory<TSimd, TVector>.Create(optimizer);

    private double Penalty(Parameter[] parameters)
    {
        var sum = 0.0;
        foreach (var parameter in parameters)
        {
            // In parts: millions of squares in one sum of single precision would lose digits.
            for (var first = 0; first < parameter.Count; first += SquaresAPart)
                sum += parameter.Spec.L2 * Vectors<TSimd, TVector>.SumOfSquares(parameter.Values + first, Math.Min(SquaresAPart, parameter.Count - first));
        }

        GC.KeepAlive(this);
        return sum;
    }

    private void Begin(int images, TrainingStep? step)
    {
        _state.Images = images;
        _state.Training = step is not null;
        _state.Updater = step?.Updater;
        _state.Step = step?.Number ?? 0;
        _state.Epoch = step?.Epoch ?? 0;
        _state.WeightsVersion = _store.Version;
        foreach (var stage in _stages)
            stage.BeginPass();
    }

    private static void Run(JobList list, WorkerPool pool)
    {
        for (var i = 0; i < list.Jobs.Count; i++)
            pool.Run(list.Jobs[i]);
    }

    private void CopyOutputs(int count, float* outputs)
    {
        var (channels, size) = (_output.Shape.Channels, _output.Shape.Size);
        for (var image = 0; image < count; image++)
        {
            var source = _output.Values + (image * _output.ImageStride);
            for (var i = 0; i < size; i++)
                outputs[((long)image * size) + i] = source[(i / channels * _output.Channels) + (i % channels)];
        }
    }
}
