using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>A node of an ONNX model on its way into a graph of operations.</summary>
/// <param name="node">The node.</param>
/// <param name="operatorSet">The version of ONNX's operators that it is written for.</param>
/// <param name="draft">The graph.</param>
/// <param name="values">The number of each value, by name.</param>
internal sealed class OnnxStep(OnnxNode node, long operatorSet, GraphDraft draft, Dictionary<string, int> values)
{
    public OnnxNode Node => node;

    public long OperatorSet => operatorSet;

    public string Description => $"The ONNX model's node '{node.Name}' ({node.Operation})";

    /// <summary>How many inputs the node names.</summary>
    public int Inputs => node.Inputs.Count;

    public int Outputs => node.Outputs.Count;

    public InvalidDataException Fault(string what) => new($"{Description} {what}");

    /// <summary>The number of an input, -1 where it is left out.</summary>
    public int Input(int index) => index < node.Inputs.Count && node.Inputs[index].Length > 0 ? values[node.Inputs[index]] : -1;

    public bool HasInput(int index) => Input(index) >= 0;

    public bool HasOutput(int index) => index < node.Outputs.Count && node.Outputs[index].Length > 0;

    /// <summary>The constant behind an input, or null.</summary>
    public DenseTensor? Constant(int index) => Input(index) is >= 0 and var value ? draft.Constants.GetValueOrDefault(value) : null;

    public long Integer(string attribute, long other) => node.Integer(attribute) ?? other;

    public float Number(string attribute, float other) => node.Number(attribute) ?? other;

    public bool Truth(string attribute, bool other = false) => (node.Integer(attribute) ?? (other ? 1 : 0)) != 0;

    /// <summary>A list of integers as a constant, -1 where the node does not have it.</summary>
    public int IntegerList(string attribute) => node.Integers(attribute) is { } list ? List(list) : -1;

    public int List(params long[] list) => draft.Constant(DenseTensor.OfIntegers(ElementType.Int64, list, list.Length));

    public int Number(float value) => draft.Constant(DenseTensor.OfSingles([value]));

    public int Constant(DenseTensor tensor) => draft.Constant(tensor);

    /// <summary>An operation on the way, of one output.</summary>
    public int Between(Operation operation, params int[] inputs) => draft.Add(Description, operation, inputs);

    /// <summary>The operation that gives the node's first output of all its inputs.</summary>
    public void Give(Operation operation) => Give(operation, [.. Enumerable.Range(0, node.Inputs.Count).Select(Input)]);

    /// <summary>The operation that gives the node's outputs.</summary>
    public void Give(Operation operation, params int[] inputs)
    {
        var outputs = new int[Math.Max(1, operation is SingleOperation ? 1 : node.Outputs.Count)];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = HasOutput(i) ? draft.NewValue() : -1;
            if (HasOutput(i))
                values[node.Outputs[i]] = outputs[i];
        }

        draft.Add(new GraphStep(Description, operation, inputs, outputs));
    }

    /// <summary>Says that an output of the node is a value that is there already.</summary>
    public void GiveValue(int value, int output = 0) => values[node.Outputs[output]] = value;

    /// <summary>The first input through a function of one number.</summary>
    public void GiveUnary(UnaryKind kind, float alpha = 0, float beta = 0) => Give(new Unary(new UnaryFunction(kind, alpha, beta)), Input(0));
}
