using System.Collections.Concurrent;
using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Threading;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>
/// A graph of operations made ready to run forwards, of any number of inputs and outputs. Immutable; running it is safe from any number of threads at once, and what
/// comes out does not depend on how many threads a run has.
/// </summary>
public sealed class InferenceGraph
{
    private readonly ImmutableArray<GraphStep> _steps;
    private readonly Dictionary<int, DenseTensor> _constants;
    private readonly ImmutableArray<int> _inputs;
    private readonly ImmutableArray<int> _outputs;
    private readonly int[][] _dying; // per step: values that nobody needs after it
    private readonly int _values;
    private readonly ConcurrentBag<RunResources> _resources = []; // one for each run at work at the same time

    internal InferenceGraph(GraphDraft draft)
    {
        GraphFusion.Apply(draft);
        _steps = [.. draft.Steps];
        _inputs = [.. draft.Inputs.Select(input => input.Value)];
        _outputs = [.. draft.Outputs.Select(output => output.Value)];
        Inputs = [.. draft.Inputs.Select(input => input.Port)];
        Outputs = [.. draft.Outputs.Select(output => output.Port)];
        _values = draft.Values;
        var read = draft.Steps.SelectMany(step => step.Inputs).Concat(_outputs).ToHashSet();
        _constants = draft.Constants.Where(constant => read.Contains(constant.Key)).ToDictionary();
        _dying = LastUses();
    }

    /// <summary>What must be fed.</summary>
    public ImmutableArray<TensorPort> Inputs { get; }

    /// <summary>What comes out.</summary>
    public ImmutableArray<TensorPort> Outputs { get; }

    /// <summary>Runs the graph.</summary>
    /// <param name="inputs">One tensor for each of <see cref="Inputs"/>, which are only read.</param>
    /// <param name="threads">How many threads an operation may use; 0, the default, for all cores.</param>
    /// <returns>One tensor for each of <see cref="Outputs"/>, with values of their own.</returns>
    /// <exception cref="ArgumentException">There are more or fewer inputs, or one is of another type.</exception>
    /// <exception cref="InvalidDataException">A node cannot work with what it gets; the sentence names it.</exception>
    public DenseTensor[] Run(IReadOnlyList<DenseTensor> inputs, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        if (inputs.Count != _inputs.Length)
            throw new ArgumentException($"The graph expects {_inputs.Length} inputs. Received: {inputs.Count}.", nameof(inputs));
        if (!_resources.TryTake(out var resources))
            resources = new RunResources();
        var context = new RunContext(resources, WorkerPool.Count(threads));
        var values = new DenseTensor?[_values];
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Type != Inputs[i].Type)
                throw new ArgumentException($"The graph expects {Inputs[i].Type} for its input '{Inputs[i].Name}'. Received: {inputs[i]}.", nameof(inputs));

            // A tensor of the run's own, so that the caller's may be used by several runs at once.
            values[_inputs[i]] = new DenseTensor(inputs[i].Type, inputs[i].Shape, Lent(inputs[i].Storage));
        }

        for (var i = 0; i < _steps.Length; i++)
            Run(context, i, values);
        var results = Array.ConvertAll([.. _outputs], output => Copied(context, ValueOf(values, output)));

        // After a fault the resources are left to the garbage collector.
        foreach (var output in _outputs.Distinct())
        {
            if (values[output] is { } tensor)
                context.Release(tensor);
        }

        _resources.Add(resources);
        return results;
    }

    private void Run(RunContext context, int index, DenseTensor?[] values)
    {
        var step = _steps[index];
        foreach (var value in _dying[index])
        {
            if (values[value] is { } tensor)
                context.Dying.Add(tensor);
        }

        var outputs = GraphRun.Execute(context, step, value => ValueOf(values, value));
        context.Dying.Clear();
        for (var i = 0; i < outputs.Length; i++)
        {
            if (step.Outputs[i] >= 0)
                values[step.Outputs[i]] = outputs[i];
            else if (outputs[i] is { } unwanted)
                context.Release(unwanted);
        }

        foreach (var value in _dying[index])
        {
            if (values[value] is not { } tensor)
                continue;
            context.Release(tensor);
            values[value] = null;
        }
    }

    private DenseTensor ValueOf(DenseTensor?[] values, int value) =>
        values[value] ?? _constants.GetValueOrDefault(value) ?? throw new InvalidDataException("A node of the graph reads an output that another one does not give.");

    private static TensorStorage Lent(TensorStorage storage) => new() { Singles = storage.Singles, Doubles = storage.Doubles, Integers = storage.Integers };

    private static DenseTensor Copied(RunContext context, DenseTensor tensor)
    {
        var plain = context.Plain(tensor);
        var copy = plain.Owned();
        context.Release(plain);
        return copy;
    }

    private int[][] LastUses()
    {
        var needed = _outputs.ToHashSet();
        var dying = new int[_steps.Length][];
        for (var i = _steps.Length - 1; i >= 0; i--)
            dying[i] = [.. _steps[i].Inputs.Concat(_steps[i].Outputs).Where(value => value >= 0 && !_constants.ContainsKey(value)).Distinct().Where(needed.Add)];
        return dying;
    }
}
