using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>A node of a TensorFlow graph on its way into a graph of operations.</summary>
/// <param name="node">The node.</param>
/// <param name="draft">The graph.</param>
/// <param name="values">The number of each value, by name.</param>
internal sealed class FrozenGraphStep(GraphNode node, GraphDraft draft, Dictionary<string, int> values)
{
    public GraphNode Node => node;

    public string Description => $"The TensorFlow graph's node '{node.Name}' ({node.Operation})";

    public int Inputs => node.Inputs.Length;

    /// <summary>Whether images are [batch, channels, height, width].</summary>
    public bool ChannelsFirst => node.Text("data_format") switch
    {
        null or "NHWC" => false,
        "NCHW" => true,
        var other => throw Fault($"must have data_format NHWC or NCHW. Received: {other}."),
    };

    public InvalidDataException Fault(string what) => new($"{Description} {what}");

    /// <exception cref="InvalidDataException">The node has fewer inputs.</exception>
    public int Input(int index) => index < node.Inputs.Length ? values[node.Inputs[index].ToString()] : throw Fault($"lacks input {index}.");

    /// <summary>The constant behind an input.</summary>
    /// <exception cref="InvalidDataException">It depends on what is fed.</exception>
    public DenseTensor Constant(int index) => draft.Constants.GetValueOrDefault(Input(index)) ?? throw Fault($"must have a constant as input {index}.");

    /// <summary>The single whole number behind an input.</summary>
    public long Integer(int index) => Constant(index) is { Count: 1, Storage.Integers: not null } found
        ? found.Integers[0]
        : throw Fault($"must have a whole number as input {index}. Received: {Constant(index)}.");

    public int Add(DenseTensor constant) => draft.Constant(constant);

    public int List(params long[] list) => draft.Constant(DenseTensor.OfIntegers(ElementType.Int64, list, list.Length));

    /// <summary>An operation on the way, of one output.</summary>
    public int Between(Operation operation, params int[] inputs) => draft.Add(Description, operation, inputs);

    /// <summary>The operation that gives the node's first output of all its inputs.</summary>
    public void Give(Operation operation) => Give(operation, [.. Enumerable.Range(0, node.Inputs.Length).Select(Input)]);

    /// <summary>The operation that gives the node's first output.</summary>
    public void Give(Operation operation, params int[] inputs) => Give(1, operation, inputs);

    /// <summary>The operation that gives the node's outputs, so many of them.</summary>
    public void Give(int count, Operation operation, params int[] inputs)
    {
        var outputs = new int[count];
        for (var i = 0; i < count; i++)
            values[new GraphInput(node.Name, i).ToString()] = outputs[i] = draft.NewValue();
        draft.Add(new GraphStep(Description, operation, inputs, outputs));
    }

    /// <summary>Says that the node's first output is a value that is there already.</summary>
    public void GiveValue(int value) => values[node.Name] = value;

    /// <summary>The first input through a function of one number.</summary>
    public void GiveUnary(UnaryKind kind, float alpha = 0, float beta = 0) => Give(new Unary(new UnaryFunction(kind, alpha, beta)), Input(0));
}
