using System.Collections.Frozen;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Makes a graph of operations of what some nodes of a TensorFlow graph need, behind those that are fed.</summary>
internal sealed class FrozenGraphCompiler(Graph graph)
{
    private static readonly FrozenDictionary<string, Action<FrozenGraphStep>> Operations = AllOperations();

    private readonly GraphDraft _draft = new();
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);

    // Nodes without a value: null for those on a branch that is not taken, or the fault, which matters only to those who need the value.
    private readonly Dictionary<string, InvalidDataException?> _missing = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A node is not there, or something that is needed is not supported; the sentence names it.</exception>
    public InferenceGraph Compile(IReadOnlyList<string> inputs, IReadOnlyList<string> outputs)
    {
        foreach (var input in inputs)
        {
            var node = Find(GraphInput.Parse(input));
            var type = node.Type("dtype") ?? node.Type("T") ?? GraphDataType.Single;
            if (FrozenGraphTypes.Of(type) is not { } known)
                throw new InvalidDataException($"The TensorFlow graph's node '{node.Name}' ({node.Operation}) has values of type {type}, which cannot be fed.");
            _values[GraphInput.Parse(input).ToString()] = _draft.NewValue();
            _draft.Inputs.Add((_values[GraphInput.Parse(input).ToString()], new TensorPort(input, known, node.Shape("shape") is { } shape ? [.. shape] : null)));
        }

        string[] wanted = [.. outputs.Select(output => GraphInput.Parse(output).ToString())];
        var order = DependencyOrder.Of(
            wanted, value => _values.ContainsKey(value) ? null : Find(GraphInput.Parse(value)), node => node.Inputs.Select(input => input.ToString()),
            node => $"'{node.Name}' ({node.Operation}) of the TensorFlow graph");
        foreach (var node in order)
            Add(node);
        foreach (var (output, value) in outputs.Zip(wanted))
        {
            var node = Find(GraphInput.Parse(value));
            if (_missing.GetValueOrDefault(value) is { } fault)
                throw fault;
            if (!_values.TryGetValue(value, out var number))
                throw new InvalidDataException($"The TensorFlow graph's node '{node.Name}' ({node.Operation}) has no output '{value}' that can be computed.");
            _draft.Outputs.Add((number, new TensorPort(output, TypeOf(node, GraphInput.Parse(value).Output), null)));
        }

        return new InferenceGraph(_draft);
    }

    /// <summary>The type of a node's output, as far as its attributes tell.</summary>
    public static ElementType TypeOf(GraphNode node, int output)
    {
        var type = node.Operation switch
        {
            "Equal" or "NotEqual" or "Less" or "LessEqual" or "Greater" or "GreaterEqual" or "LogicalAnd" or "LogicalOr" or "LogicalNot" or "All" or "Any" => GraphDataType.Boolean,
            "ArgMax" or "ArgMin" => node.Type("output_type") ?? GraphDataType.Int64,
            "Shape" or "Size" => node.Type("out_type") ?? GraphDataType.Int32,
            "Rank" => GraphDataType.Int32,
            "TopKV2" when output == 1 => GraphDataType.Int32,
            "Cast" => node.Type("DstT"),
            "ResizeBilinear" => GraphDataType.Single,
            "Gather" or "GatherV2" => node.Type("Tparams"),
            _ => node.Type("dtype") ?? node.Type("T"),
        };
        return FrozenGraphTypes.Of(type ?? GraphDataType.Single) ?? ElementType.Single;
    }

    private void Add(GraphNode node)
    {
        var step = new FrozenGraphStep(node, _draft, _values);
        if (node.Operation is "Switch" or "Merge")
        {
            AddBranching(node, step);
            return;
        }

        foreach (var input in node.Inputs.Select(input => input.ToString()).Where(input => !_values.ContainsKey(input)))
        {
            Lose(node, _missing.TryGetValue(input, out var fault) || _missing.TryGetValue(GraphInput.Parse(input).Node, out fault)
                ? fault
                : step.Fault($"reads '{input}', which cannot be computed."));
            return;
        }

        if (node.Operation is "Placeholder" or "PlaceholderV2")
            Lose(node, step.Fault("is needed, but nothing feeds it."));
        else if (Operations.TryGetValue(node.Operation, out var translate))
            translate(step);
        else
            Lose(node, step.Fault("is of an operation that is not supported."));
    }

    /// <summary>Branches on a constant, such as whether a network is trained: only the one that is taken has a value.</summary>
    private void AddBranching(GraphNode node, FrozenGraphStep step)
    {
        if (node.Operation == "Merge")
        {
            var taken = node.Inputs.Select(input => input.ToString()).FirstOrDefault(_values.ContainsKey);
            if (taken is not null)
                _values[node.Name] = _values[taken];
            else
                Lose(node, node.Inputs.Select(input => _missing.GetValueOrDefault(input.ToString())).FirstOrDefault(fault => fault is not null));
            return;
        }

        if (node.Inputs is not [var data, var condition] || !_values.TryGetValue(condition.ToString(), out var number)
            || _draft.Constants.GetValueOrDefault(number) is not { Count: 1, Type: ElementType.Boolean } truth)
        {
            Lose(node, step.Fault("must branch on a constant."));
            return;
        }

        var (live, dead) = (new GraphInput(node.Name, (int)truth.Integers[0]).ToString(), new GraphInput(node.Name, 1 - (int)truth.Integers[0]).ToString());
        _missing[dead] = null;
        if (_values.TryGetValue(data.ToString(), out var value))
            _values[live] = value;
        else
            _missing[live] = _missing.GetValueOrDefault(data.ToString());
    }

    private void Lose(GraphNode node, InvalidDataException? fault) => _missing[node.Name] = fault;

    private GraphNode Find(GraphInput input) =>
        graph.Find(input.Node) ?? throw new InvalidDataException($"The TensorFlow graph has no node '{input.Node}'.");

    private static FrozenDictionary<string, Action<FrozenGraphStep>> AllOperations()
    {
        var operations = new Dictionary<string, Action<FrozenGraphStep>>(StringComparer.Ordinal);
        FrozenGraphElementwise.AddTo(operations);
        FrozenGraphLayers.AddTo(operations);
        FrozenGraphTensors.AddTo(operations);
        return operations.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
