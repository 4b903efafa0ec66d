using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// A dense layer with bias and perhaps ReLU and dropout. Backward: tasks of 64 inputs, each of which computes the input gradient and the weight
/// gradient for those inputs and updates the weights at once.
/// </summary>
internal sealed unsafe class DenseStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int InputBlock = DenseWeightGradient<TSimd, TVector>.InputBlock;

    private readonly ResolvedLayer _layer;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly Parameter _kernel;
    private readonly Parameter? _bias;
    private readonly bool _relu;
    private readonly (double Rate, int Layer)? _dropout;
    private readonly DenseForward<TSimd, TVector> _forward;
    private readonly DenseInputGradient<TSimd, TVector>? _inputGradient;
    private readonly DenseWeightGradient<TSimd, TVector>? _weightGradient;
    private readonly float* _biasGradient;
    private readonly Lookahead[] _ahead; // per worker
    private readonly double[] _squares; // per block of inputs: of its weights, before their update
    private DropoutMask _mask;

    public DenseStage(PlanState state, Arena arena, ResolvedLayer layer, Tensor input, Tensor output, Parameter kernel, Parameter? bias, bool relu,
        (double Rate, int Layer)? dropout)
        : base(state)
    {
        (_layer, _input, _output, _kernel, _bias, _relu, _dropout) = (layer, input, output, kernel, bias, relu, dropout);
        _forward = new(state, arena, input, output, kernel);
        _ahead = [.. Enumerable.Range(0, state.Workers).Select(_ => new Lookahead())];
        _squares = new double[InputBlocks];
        if (!state.Trains)
            return;
        _weightGradient = new(state, arena, input, output, kernel);
        _inputGradient = input.NeedsGradient ? new(state, arena, input, output, kernel) : null;
        _biasGradient = arena.Floats(output.Channels);
    }

    public override string Description =>
        $"{_layer.Name}: dense {_input.Shape.Size} to {_output.Shape.Channels}{(_relu ? " + ReLU" : "")}{(_dropout is { } d ? FormattableString.Invariant($" + dropout {d.Rate}") : "")}" +
        (State.Trains ? ", update fused with the gradients" : "");

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_kernel] : [_kernel, _bias];

    public override Parameter Measured => _kernel;

    public override double SquaresBeforeUpdate => _squares.Sum();

    private int InputBlocks => (_kernel.Layout.Rows + InputBlock - 1) / InputBlock;

    public override void BeginPass()
    {
        if (_dropout is { } dropout)
            _mask = DropoutMask.For(dropout.Rate, State.Seed, dropout.Layer, State.Step);
    }

    public override void AddForward(JobList jobs)
    {
        jobs.InTasks(() => _forward.Tasks, _forward.Execute);
        jobs.PerImage(Finish);
    }

    public override void AddBackward(JobList jobs)
    {
        jobs.PerImage(Begin);
        jobs.InTasks(() => InputBlocks, Backward);
    }

    private int Inputs(int block) => Math.Min(InputBlock, _kernel.Layout.Rows - (block * InputBlock));

    /// <summary>The groups' sums together, bias, ReLU and dropout.</summary>
    private void Finish(int first, int count, int shard, int worker)
    {
        var position = first * _output.ImageStride;
        _forward.AddGroups(first, count);
        Vectors<TSimd, TVector>.Finish(_output.Values + position, count, _output.ImageStride, _output.Channels, _bias is null ? null : _bias.Values, _relu,
            _dropout is not null && State.Training, _mask, (uint)position);
    }

    /// <summary>The gradient before ReLU and dropout.</summary>
    private void Begin(int first, int count, int shard, int worker)
    {
        if (_relu)
        {
            var position = first * _output.ImageStride;
            Vectors<TSimd, TVector>.MaskPositive(_output.Gradient + position, _output.Values + position, count * (int)_output.ImageStride, _dropout is null ? 1 : _mask.Scale);
        }

        _inputGradient?.Look(first, count);
    }

    private void Backward(int task, int worker)
    {
        if (task == 0 && _bias is not null)
            UpdateBias();
        var ahead = _ahead[worker];
        LookAhead(task, ahead);
        _inputGradient?.Execute(task * InputBlock, Inputs(task), worker, ahead);
        _squares[task] = _weightGradient!.Execute(task * InputBlock, Inputs(task), worker, ahead);
    }

    /// <summary>
    /// Optimiser state and then the next block's weights are fetched while this block's products are at work: they are far more than the
    /// cache holds, and read once a step.
    /// </summary>
    private void LookAhead(int task, Lookahead ahead)
    {
        ahead.Clear();
        var layout = _kernel.Layout;
        foreach (var state in _kernel.State)
            Add(state, task);
        Add(_kernel.Values, task + 1);

        void Add(float* values, int block)
        {
            for (var panel = 0; panel < layout.Panels && block < InputBlocks; panel++)
                ahead.Add(values + (panel * layout.PanelStride) + ((nint)block * InputBlock * layout.RowStride(panel)), Inputs(block) * layout.RowStride(panel));
        }
    }

    private void UpdateBias()
    {
        new Span<float>(_biasGradient, _output.Channels).Clear();
        Vectors<TSimd, TVector>.AddColumnSums(_output.Gradient, State.Images, _output.ImageStride, _output.Channels, _biasGradient);
        State.Updater!.Apply(_bias!, 0, _biasGradient, _output.Channels);
    }
}
