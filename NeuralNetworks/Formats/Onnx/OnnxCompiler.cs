using System.Collections.Frozen;
using System.Collections.Immutable;
using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Makes a graph of operations of what an ONNX model's outputs need.</summary>
internal sealed class OnnxCompiler(OnnxGraph graph)
{
    private static readonly FrozenDictionary<string, Action<OnnxStep>> Operators = AllOperators();

    private readonly GraphDraft _draft = new();
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">An output is not there, or something it needs is not supported; the sentence names it.</exception>
    public InferenceGraph Compile(IReadOnlyList<string> outputs)
    {
        foreach (var input in graph.Inputs)
        {
            var type = OnnxTypes.Of((long)(input.Type ?? OnnxDataType.Single)) ?? throw new InvalidDataException(
                $"The ONNX model's input '{input.Name}' has elements of type {input.Type}, which are not supported.");
            _values[input.Name] = _draft.NewValue();
            _draft.Inputs.Add((_values[input.Name], new TensorPort(input.Name, type, Shape(input))));
        }

        var producers = new OnnxValues(graph);
        foreach (var node in DependencyOrder.Of(outputs, name => _values.ContainsKey(name) ? null : producers.Producer(name), node => node.Inputs.Where(name => name.Length > 0), node => $"'{node.Name}' ({node.Operation}) of the ONNX model"))
            Add(node);
        foreach (var output in outputs)
        {
            if (!_values.ContainsKey(output))
                AddConstant(output, $"The ONNX model has no value '{output}'.");
            var declared = graph.Outputs.FirstOrDefault(value => value.Name == output);
            _draft.Outputs.Add((_values[output], new TensorPort(output, OnnxTypes.Of((long)(declared?.Type ?? OnnxDataType.Single)) ?? ElementType.Single, Shape(declared))));
        }

        return new InferenceGraph(_draft);
    }

    private void Add(OnnxNode node)
    {
        var step = new OnnxStep(node, graph.OperatorSet, _draft, _values);
        if (!Operators.TryGetValue(node.Operation, out var translate))
            throw step.Fault("is of an operation that is not supported.");
        foreach (var input in node.Inputs.Where(name => name.Length > 0 && !_values.ContainsKey(name)))
            AddConstant(input, $"{step.Description} reads '{input}', which nothing gives.");
        translate(step);
    }

    private void AddConstant(string name, string otherwise) =>
        _values[name] = _draft.Constant(OnnxTypes.Tensor(graph.Initializer(name) ?? throw new InvalidDataException(otherwise)));

    private static ImmutableArray<long>? Shape(OnnxValue? value) => value?.Shape is { } shape ? [.. shape.Select(size => size ?? -1)] : null;

    private static FrozenDictionary<string, Action<OnnxStep>> AllOperators()
    {
        var operators = new Dictionary<string, Action<OnnxStep>>(StringComparer.Ordinal);
        OnnxElementwise.AddTo(operators);
        OnnxLayers.AddTo(operators);
        OnnxTensors.AddTo(operators);
        OnnxPipelines.AddTo(operators);
        return operators.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
