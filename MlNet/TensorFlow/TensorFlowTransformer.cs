using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;
using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Models;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Transforms;

/// <summary>
/// Adds columns with the values of a frozen TensorFlow graph's nodes, run on this library's own kernels: over a view many rows
/// at a time, in a prediction engine row by row.
/// </summary>
public sealed class TensorFlowTransformer : RowToRowTransformerBase, IDisposable
{
    private const string GraphEntry = "TFModel";
    private const string SavedModelEntry = "TFSavedModel";
    private const int LargestTrial = 1 << 22;

    private readonly FrozenModel _model;
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private readonly bool _addBatchDimensionInput;
    private readonly bool _treatOutputAsBatched;

    // One or the other: networks where all outputs are chains of layers behind one input, or else a graph.
    private readonly Network[]? _networks;
    private readonly InferenceGraph? _graph;

    internal TensorFlowTransformer(
        IHostEnvironment environment, FrozenModel model, string[] outputs, string[] inputs, bool addBatchDimensionInput, bool treatOutputAsBatched)
        : base(environment.Register(nameof(TensorFlowTransformer)))
    {
        if (outputs is not { Length: > 0 })
            throw new ArgumentOutOfRangeException(nameof(outputs), "A TensorFlow graph is asked for at least one output. Received: none.");
        if (inputs is not { Length: > 0 } || inputs.Distinct(StringComparer.Ordinal).Count() < inputs.Length)
            throw new ArgumentOutOfRangeException(nameof(inputs), $"A TensorFlow graph is fed through inputs that differ. Received: {string.Join(", ", inputs ?? [])}.");
        _model = model;
        _outputs = [.. outputs];
        _inputs = [.. inputs];
        _addBatchDimensionInput = addBatchDimensionInput;
        _treatOutputAsBatched = treatOutputAsBatched;
        foreach (var input in _inputs)
            CheckNode(input, "Input");
        foreach (var output in _outputs)
            CheckNode(output, "Output");
        _networks = model.NetworksOf(_inputs, _outputs);
        _graph = _networks is null ? model.GraphOf(_inputs, _outputs) : null;
        var known = _graph is null ? [] : KnownShapes(_graph);
        OutputColumns = [.. _outputs.Select((output, index) => new DataViewSchema.DetachedColumn(output, OutputType(index, known)))];
    }

    /// <summary>The columns that are added.</summary>
    internal DataViewSchema.DetachedColumn[] OutputColumns { get; }

    /// <summary>The inputs, for those who promise columns.</summary>
    internal IEnumerable<(string Name, DataViewType ItemType, bool TakesScalar)> InputColumns => _graph is null
        ? [(_inputs[0], NumberDataViewType.Single, false)]
        : _graph.Inputs.Select(port => (port.Name, (DataViewType)GraphTypes.ColumnTypeOf(port.Type), (_model.Port(port).Shape ?? []).All(size => size <= 1)));

    /// <summary>There is nothing to free: the graph runs on managed memory.</summary>
    public void Dispose()
    {
    }

    [Loadable("TensorFlowTransform")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("TENSFLOW", 0x00010004, 0x00010001);
        var version = reader.Header.VersionReadable;
        var isFrozen = version < 0x00010002 || reader.ReadBoolean();
        var addBatchDimensionInput = version < 0x00010003 || reader.ReadBoolean();
        var treatOutputAsBatched = version < 0x00010004 || reader.ReadBoolean();
        var inputs = ReadNames(reader, reader.ReadCount(sizeof(int)));
        var outputs = ReadNames(reader, version < 0x00010002 ? 1 : reader.ReadCount(sizeof(int)));
        if (!isFrozen)
        {
            throw new InvalidDataException(
                $"'{context.EntryName(SavedModelEntry)}' holds a SavedModel of TensorFlow; only models with a frozen graph can be loaded here.");
        }

        var entry = new ByteReader(context.ReadEntry(GraphEntry), context.EntryName(GraphEntry));
        var graph = entry.ReadBytes(entry.ReadCount());
        try
        {
            return new TensorFlowTransformer(
                context.Environment, new FrozenModel(graph.ToArray()), outputs, inputs, addBatchDimensionInput, treatOutputAsBatched);
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException($"'{entry.Source}' does not fit the model: {fault.Message}", fault);
        }
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("TENSFLOW", 0x00010004, 0x00010004, "TensorFlowTransform", MlNetAssemblies.TensorFlow));
        block.WriteBoolean(true); // frozen
        block.WriteBoolean(_addBatchDimensionInput);
        block.WriteBoolean(_treatOutputAsBatched);
        block.WriteInt32(_inputs.Length);
        foreach (var input in _inputs)
            block.WriteString(input);
        block.WriteInt32(_outputs.Length);
        foreach (var output in _outputs)
            block.WriteString(output);

        var entry = new ByteWriter();
        entry.WriteCountedValues<byte>(_model.Bytes);
        ctx.AddEntry(GraphEntry, entry.Written.Span);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema) => MakeMapper(inputSchema);

    private protected override IDataView MakeView(IDataView input) => new NetworkView(input, MakeMapper(input.Schema));

    private IScoringMapper MakeMapper(DataViewSchema inputSchema)
    {
        if (_graph is not null)
        {
            return new GraphMapper(
                _graph, [.. _graph.Inputs.Select(port => GraphFeed.Of(inputSchema, _model.Port(port), port.Name, _addBatchDimensionInput))], OutputColumns);
        }

        var input = _inputs[0];
        var column = inputSchema.GetColumnOrNull(input)
            ?? throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find input column '{input}'");
        var size = _networks![0].Architecture.Input.Size;
        if (column.Type is not VectorDataViewType vector || !vector.ItemType.Equals(NumberDataViewType.Single) || vector.Size != size)
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputSchema), $"Schema mismatch for input column '{input}': expected Vector<Single, {size}>, got {column.Type}");
        }

        return new NetworkMapper(column, _networks, OutputColumns);
    }

    private DataViewType OutputType(int index, DenseTensor[] known)
    {
        if (_networks is not null)
        {
            var type = _model.ColumnTypeOf(_model.Find(_outputs[index])!, _treatOutputAsBatched);
            return type is VectorDataViewType { Size: 0 } or not VectorDataViewType
                ? new VectorDataViewType(NumberDataViewType.Single, _networks[index].Classes)
                : type;
        }

        var port = _graph!.Outputs[index];
        if (_model.ColumnTypeOf(port, _treatOutputAsBatched) is not VectorDataViewType { Size: 0 } vector || known.Length == 0)
            return _model.ColumnTypeOf(port, _treatOutputAsBatched);

        // What came out for one row; a first axis of size 1 is then the batch.
        int[] shape = [.. known[index].Shape];
        var dimensions = _treatOutputAsBatched && shape is [1, _, ..] ? shape[1..] : shape;
        return dimensions.Length == 0 || dimensions.Contains(0) ? vector : new VectorDataViewType(vector.ItemType, dimensions);
    }

    /// <summary>The graph's outputs for a row of zeros, where the shapes of some do not follow from the nodes but those of all inputs are known; none otherwise.</summary>
    private DenseTensor[] KnownShapes(InferenceGraph graph)
    {
        if (graph.Outputs.All(output => _model.ColumnTypeOf(output, _treatOutputAsBatched) is VectorDataViewType { Size: > 0 }))
            return [];
        var zeros = new List<DenseTensor>();
        foreach (var input in graph.Inputs.Select(_model.Port))
        {
            if (input.Shape is not { } shape || shape.Skip(1).Any(size => size is < 1 or > short.MaxValue) || shape.Skip(1).Aggregate(1L, (product, size) => product * size) > LargestTrial)
                return [];
            int[] sizes = [.. shape.Select((size, axis) => axis == 0 && size < 1 ? 1 : (int)size)];
            zeros.Add(DenseTensor.Zeros(input.Type, _addBatchDimensionInput ? [1, .. sizes] : sizes));
        }

        return graph.Run(zeros);
    }

    private void CheckNode(string name, string kind)
    {
        if (string.IsNullOrEmpty(name) || _model.Find(name) is null)
            throw new ArgumentOutOfRangeException(nameof(name), $"{kind} column '{name}' does not exist in the model");
    }

    private static string[] ReadNames(ModelBlockReader reader, int count)
    {
        var names = new string[count];
        for (var i = 0; i < count; i++)
            names[i] = reader.ReadName();
        return names;
    }
}
