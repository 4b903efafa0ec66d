using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;
using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Models;
using MlNetFashion.NeuralNetworks;

namespace Microsoft.ML.Transforms;

/// <summary>
/// Adds columns with the values of a frozen TensorFlow graph's nodes, run on this library's own kernels: over a view many rows
/// at a time, in a prediction engine row by row.
/// </summary>
public sealed class TensorFlowTransformer : RowToRowTransformerBase, IDisposable
{
    private const string GraphEntry = "TFModel";
    private const string SavedModelEntry = "TFSavedModel";

    private readonly FrozenModel _model;
    private readonly string[] _outputs;
    private readonly bool _addBatchDimensionInput;
    private readonly bool _treatOutputAsBatched;
    private readonly Network[] _networks;

    internal TensorFlowTransformer(
        IHostEnvironment environment, FrozenModel model, string[] outputs, string[] inputs, bool addBatchDimensionInput, bool treatOutputAsBatched)
        : base(environment.Register(nameof(TensorFlowTransformer)))
    {
        if (outputs is not { Length: > 0 })
            throw new ArgumentOutOfRangeException(nameof(outputs), "A TensorFlow graph is asked for at least one output. Received: none.");
        if (inputs is not [var input])
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputs), $"Only TensorFlow graphs with one input can be run here. Received: {inputs?.Length ?? 0} inputs.");
        }

        _model = model;
        _outputs = [.. outputs];
        InputName = input;
        _addBatchDimensionInput = addBatchDimensionInput;
        _treatOutputAsBatched = treatOutputAsBatched;
        CheckNode(input, "Input");
        _networks = Array.ConvertAll(_outputs, output =>
        {
            CheckNode(output, "Output");
            return model.NetworkOf(input, output);
        });
        OutputColumns = [.. _outputs.Select((output, index) => new DataViewSchema.DetachedColumn(output, OutputType(index)))];
    }

    /// <summary>The input column, which has the placeholder's name.</summary>
    internal string InputName { get; }

    /// <summary>The columns that are added.</summary>
    internal DataViewSchema.DetachedColumn[] OutputColumns { get; }

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
        block.WriteInt32(1);
        block.WriteString(InputName);
        block.WriteInt32(_outputs.Length);
        foreach (var output in _outputs)
            block.WriteString(output);

        var entry = new ByteWriter();
        entry.WriteCountedValues<byte>(_model.Bytes);
        ctx.AddEntry(GraphEntry, entry.Written.Span);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema) => MakeMapper(inputSchema);

    private protected override IDataView MakeView(IDataView input) => new NetworkView(input, MakeMapper(input.Schema));

    private NetworkMapper MakeMapper(DataViewSchema inputSchema)
    {
        var column = inputSchema.GetColumnOrNull(InputName)
            ?? throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find input column '{InputName}'");
        var size = _networks[0].Architecture.Input.Size;
        if (column.Type is not VectorDataViewType vector || !vector.ItemType.Equals(NumberDataViewType.Single) || vector.Size != size)
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputSchema), $"Schema mismatch for input column '{InputName}': expected Vector<Single, {size}>, got {column.Type}");
        }

        return new NetworkMapper(column, _networks, OutputColumns);
    }

    private DataViewType OutputType(int index)
    {
        var type = _model.ColumnTypeOf(_model.Find(_outputs[index])!, _treatOutputAsBatched);
        return type is VectorDataViewType { Size: 0 } or not VectorDataViewType
            ? new VectorDataViewType(NumberDataViewType.Single, _networks[index].Classes)
            : type;
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
