namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>An operation of a graph, with the numbers of the values it reads and gives; -1 for an input that is left out.</summary>
/// <param name="Description">The node as error sentences name it.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Outputs">What it gives.</param>
internal sealed record GraphStep(string Description, Operation Operation, int[] Inputs, int[] Outputs);

/// <summary>A graph in the making: steps in the order of execution, over values that are numbered.</summary>
internal sealed class GraphDraft
{
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
        Steps.Add(new GraphStep(description, operation, inputs, [output]));
        return output;
    }
}
