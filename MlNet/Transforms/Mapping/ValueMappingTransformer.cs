using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Maps values to others, as a table says.</summary>
public class ValueMappingTransformer : OneToOneTransformerBase
{
    private const string MapEntry = "DefaultMap.idv";

    private readonly ValueMap _map;
    private readonly DataViewType _keyType;

    internal ValueMappingTransformer(IHostEnvironment environment, IDataView lookup, string keyColumn, string valueColumn, (string Output, string Input)[] columns)
        : base(environment.Register(nameof(ValueMappingTransformer)), columns)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        var key = lookup.Schema.GetColumnOrNull(keyColumn)
            ?? throw new InvalidOperationException($"Key column {keyColumn} does not exist in the given dataview");
        var value = lookup.Schema.GetColumnOrNull(valueColumn)
            ?? throw new InvalidOperationException($"Value column {valueColumn} does not exist in the given dataview");
        if (key.Type is VectorDataViewType)
            throw new ArgumentOutOfRangeException(nameof(keyColumn), $"The key column '{keyColumn}' must hold single values. Received: {key.Type}.");
        _keyType = key.Type;
        ValueColumnType = value.Type;
        ValueColumnAnnotations = value.Annotations;
        _map = ValueMap.Create(lookup, key, value);
    }

    internal DataViewType ValueColumnType { get; }

    internal DataViewSchema.Annotations ValueColumnAnnotations { get; }

    [Loadable("ValueMappingTransformer")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("VALUMAPG", 0x00010001, 0x00010001);
        var columns = ColumnPairBlock.Read(context.Reader);
        var lookup = new BinaryView(new MemorySource(context.ReadEntry(MapEntry), context.EntryName(MapEntry)));
        try
        {
            return new ValueMappingTransformer(context.Environment, lookup, MappingTable.KeyColumn, MappingTable.ValueColumn, columns);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"'{context.EntryName(MapEntry)}' is no table of keys and values: {exception.Message}", exception);
        }
    }

    internal static NotSupportedException BothVectors(string name) =>
        new($"Column '{name}' cannot be mapped to values when the column and the map values are both vector type.");

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < inputs.Length; index++)
        {
            var type = ValueColumnType;
            var item = inputs[index].Type;
            if (item is VectorDataViewType vector)
            {
                if (type is not PrimitiveDataViewType primitive)
                    throw BothVectors(inputs[index].Name);
                item = vector.ItemType;
                type = new VectorDataViewType(primitive);
            }

            if (item.RawType != _keyType.RawType)
                throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Schema mismatch for input column '{inputs[index].Name}': expected {_keyType}, got {inputs[index].Type}");
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, type, ValueColumnAnnotations);
        }

        return new OneToOneMapper(inputs, outputs, (row, index) => _map.CreateGetter(row, inputs[index]));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ColumnPairBlock.Write(ctx.Begin(new ModelBlockHeader("VALUMAPG", 0x00010001, 0x00010001, nameof(ValueMappingTransformer), MlNetAssemblies.Data)), Columns);
        using var table = new MemoryStream();
        BinarySaving.Save(_map.ToView(), table, keepHidden: false, Host);
        ctx.AddEntry(MapEntry, table.ToArray());
    }
}
