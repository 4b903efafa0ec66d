using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MlNetFashion.NeuralNetworks;

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
    private readonly Network[] _networks;

    internal OnnxTransformer(
        IHostEnvironment environment, OnnxFile model, string[]? outputs, string[]? inputs, (string Name, int[] Shape)[] shapes, int recursionLimit)
        : base(environment.Register(nameof(OnnxTransformer)))
    {
        _model = model;
        inputs ??= [.. model.Graph.Inputs.Select(value => value.Name)];
        _outputs = outputs is null ? [.. model.Graph.Outputs.Select(value => value.Name)] : [.. outputs];
        _shapes = shapes;
        _recursionLimit = recursionLimit;
        if (inputs is not [var input] || model.Graph.Inputs.Length != 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputs), $"Only ONNX models with one input can be run here. The model has {model.Graph.Inputs.Length}, and {inputs.Length} were named.");
        }

        if (input != model.Graph.Inputs[0].Name)
            throw new ArgumentOutOfRangeException(nameof(inputs), $"Column {input} doesn't match input node names of model.");
        InputName = input;
        _networks = new Network[_outputs.Length];
        OutputColumns = new DataViewSchema.DetachedColumn[_outputs.Length];
        for (var i = 0; i < _outputs.Length; i++)
        {
            var name = _outputs[i];
            var value = model.Graph.Outputs.FirstOrDefault(output => output.Name == name)
                ?? throw new ArgumentOutOfRangeException(nameof(outputs), $"Column {name} doesn't match output node names of model");
            _networks[i] = model.NetworkOf(name);
            var shape = shapes.FirstOrDefault(given => given.Name == name).Shape;
            OutputColumns[i] = new DataViewSchema.DetachedColumn(ColumnName(name), OnnxFile.ColumnTypeOf(value, shape, _networks[i].Classes));
        }
    }

    /// <summary>The input column, which has the input's name.</summary>
    internal string InputName { get; }

    /// <summary>The columns that are added.</summary>
    internal DataViewSchema.DetachedColumn[] OutputColumns { get; }

    /// <summary>There is nothing to free: the model runs on managed memory.</summary>
    public void Dispose()
    {
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema) => MakeMapper(inputSchema);

    private protected override IDataView MakeView(IDataView input) => new NetworkView(input, MakeMapper(input.Schema));

    private NetworkMapper MakeMapper(DataViewSchema inputSchema)
    {
        var column = inputSchema.GetColumnOrNull(InputName)
            ?? throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find input column '{InputName}'");
        var image = _networks[0].Architecture.Input;
        if (column.Type is not VectorDataViewType vector || !vector.ItemType.Equals(NumberDataViewType.Single) || vector.Size != image.Size)
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputSchema), $"Schema mismatch for input column '{InputName}': expected Vector<Single, {image.Size}>, got {column.Type}");
        }

        return new NetworkMapper(column, _networks, OutputColumns, channelsFirst: true);
    }

    private static string ColumnName(string output) =>
        output.EndsWith(OutputSuffix, StringComparison.Ordinal) && output.Length > OutputSuffix.Length ? output[..^OutputSuffix.Length] : output;
}
