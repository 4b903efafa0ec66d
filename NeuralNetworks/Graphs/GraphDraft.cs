namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>An operation of a graph, with the numbers of the values it reads and gives; -1 for an input that is left out.</summary>
/// <param name="Description">The node as error sentences name it.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Outputs">What it gives.</param>
internal sealed record GraphStep(string Description, Operation Operation, int[] Inputs, int[] Outputs);

/// <summary>
/// A graph in the making: steps in the order of execution, over values that are numbered. What depends on constants alone is computed at once, and so is a constant
/// itself.
/// </summary>
internal sealed class GraphDraft
{
    // What is larger is computed whenever it is needed.
    private const int LargestConstant = 1 << 24;

    private readonly RunContext _context = new(new RunResources(), threads: 1);
    private int _values;

    public List<GraphStep> Steps { get; } = [];

    public Dictionary<int, DenseTensor> Constants { get; } = [];

    public List<(int Value, TensorPort Port)> Inputs { get; } = [];

    public List<(int Value, TensorPort Port)> Outputs { get; } = [];

    public int Values => _values;

    public int NewValue() => _values++;

    public int Constant(DenseTensor value)
    {
        var number = NewValue();
        Constants.Add(number, value);
        return number;
    }

    /// <summary>Adds an operation of one output.</summary>
    public int Add(string description, Operation operation, params int[] inputs)
    {
        var output = NewValue();
        Add(new GraphStep(description, operation, inputs, [output]));
        return output;
    }

    /// <summary>Adds a step, or computes it.</summary>
    /// <exception cref="InvalidDataException">It cannot be done with its constant inputs.</exception>
    public void Add(GraphStep step)
    {
        if (!step.Inputs.All(input => input < 0 || Constants.ContainsKey(input)))
        {
            Steps.Add(step);
            return;
        }

        var outputs = GraphRun.Execute(_context, step, input => Constants[input]);
        var small = outputs.All(output => output is null || output.Count <= LargestConstant);
        if (!small)
            Steps.Add(step);
        for (var i = 0; i < outputs.Length; i++)
        {
            if (outputs[i] is not { } output)
                continue;
            if (small && step.Outputs[i] >= 0)
            {
                var plain = _context.Plain(output);
                Constants[step.Outputs[i]] = plain.Owned();
                _context.Release(plain);
            }

            _context.Release(output);
        }
    }
}
