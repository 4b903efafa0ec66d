using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>
/// Adds columns with the outputs of an ONNX model, run on this library's own kernels: over a view many rows at a time, in a
/// prediction engine row by row. Every output keeps the axis of the batch, with size 1.
/// </summary>
public sealed partial class OnnxTransformer : RowToRowTransformerBase, IDisposable
{
    // ONNX exporters of ML.NET itself end output names with it; the column goes without.
    private const string OutputSuffix = ".output";

    private readonly OnnxFile _model;
    private readonly string[] _outputs;
    private readonly (string Name, int[] Shape)[] _shapes;
    private readonly int _recursionLimit;

    // One or the other: networks where all outputs are chains of layers, or else a graph.
    private readonly Network[]? _networks;
    private readonly InferenceGraph? _graph;

    internal OnnxTransformer(
        IHostEnvironment environment, OnnxFile model, string[]? outputs, string[]? inputs, (string Name, int[] Shape)[] shapes, int recursionLimit)
        : base(environment.Register(nameof(OnnxTransformer)))
    {
        _model = model;
        InputNames = inputs is null ? [.. model.Graph.Inputs.Select(value => value.Name)] : [.. inputs];
        _outputs = outputs is null ? [.. model.Graph.Outputs.Select(value => value.Name)] : [.. outputs];
        _shapes = shapes;
        _recursionLimit = recursionLimit;
        foreach (var input in InputNames)
        {
            if (model.Graph.Inputs.All(value => value.Name != input))
                throw new ArgumentOutOfRangeException(nameof(inputs), $"Column {input} doesn't match input node names of model.");
        }

        foreach (var value in model.Graph.Inputs)
        {
            if (!InputNames.Contains(value.Name))
                throw new ArgumentOutOfRangeException(nameof(inputs), $"Every input of an ONNX model is fed by a column. Received none for '{value.Name}'.");
        }

        OnnxValue[] values = [.. _outputs.Select(name => model.Graph.Outputs.FirstOrDefault(output => output.Name == name)
            ?? throw new ArgumentOutOfRangeException(nameof(outputs), $"Column {name} doesn't match output node names of model"))];
        _networks = model.NetworksOf(_outputs);
        _graph = _networks is null ? model.GraphOf(_outputs) : null;
        OutputColumns = [.. values.Select((value, index) => new DataViewSchema.DetachedColumn(
            ColumnName(value.Name), OnnxFile.ColumnTypeOf(value, ShapeOf(value.Name), _networks?[index].Classes)))];
    }

    /// <summary>The input columns, which have the inputs' names.</summary>
    internal string[] InputNames { get; }

    /// <summary>The columns that are added.</summary>
    internal DataViewSchema.DetachedColumn[] OutputColumns { get; }

    /// <summary>There is nothing to free: the model runs on managed memory.</summary>
    public void Dispose()
    {
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema) => MakeMapper(inputSchema);

    private protected override IDataView MakeView(IDataView input) => new NetworkView(input, MakeMapper(input.Schema));

    /// <summary>The inputs, for those who promise columns.</summary>
    internal IEnumerable<(string Name, DataViewType ItemType, bool TakesScalar)> InputColumns => _graph is null
        ? [(InputNames[0], NumberDataViewType.Single, false)]
        : _graph.Inputs.Select(port => (port.Name, (DataViewType)GraphTypes.ColumnTypeOf(port.Type), (Port(port).Shape ?? []).All(size => size <= 1)));

    private IScoringMapper MakeMapper(DataViewSchema inputSchema)
    {
        if (_graph is not null)
            return new GraphMapper(_graph, [.. _graph.Inputs.Select(port => GraphFeed.Of(inputSchema, Port(port), port.Name))], OutputColumns);
        var input = InputNames[0];
        var column = inputSchema.GetColumnOrNull(input)
            ?? throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find input column '{input}'");
        var image = _networks![0].Architecture.Input;
        if (column.Type is not VectorDataViewType vector || !vector.ItemType.Equals(NumberDataViewType.Single) || vector.Size != image.Size)
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputSchema), $"Schema mismatch for input column '{input}': expected Vector<Single, {image.Size}>, got {column.Type}");
        }

        return new NetworkMapper(column, _networks, OutputColumns, channelsFirst: true);
    }

    /// <summary>An input with the shape that was given for it, if one was.</summary>
    private TensorPort Port(TensorPort port) => ShapeOf(port.Name) is { } shape ? port with { Shape = [.. shape] } : port;

    private int[]? ShapeOf(string name) => _shapes.FirstOrDefault(given => given.Name == name).Shape;

    private static string ColumnName(string output) =>
        output.EndsWith(OutputSuffix, StringComparison.Ordinal) && output.Length > OutputSuffix.Length ? output[..^OutputSuffix.Length] : output;
}
