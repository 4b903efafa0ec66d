using System.Globalization;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Brings numbers into a common range, slot by slot.</summary>
public sealed partial class NormalizingTransformer : OneToOneTransformerBase
{
    private readonly DataViewType[] _types;
    private readonly NormalizerFunction[] _functions;

    internal NormalizingTransformer(IHostEnvironment environment, (string Output, string Input)[] columns, DataViewType[] types, NormalizerFunction[] functions)
        : base(environment.Register(nameof(NormalizingTransformer)), columns)
    {
        _types = types;
        _functions = functions;
    }

    /// <summary>The parameters of a column's function.</summary>
    /// <param name="index">The position of the column among those that this transformer normalises, from 0.</param>
    public NormalizerModelParametersBase GetNormalizerModelParameters(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _functions.Length);
        return _functions[index].CreateParameters();
    }

    [Loadable("Normalizer")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("NORMALZR", 0x00010002, 0x00010002);
        var columns = ColumnPairBlock.Read(reader);
        var types = new DataViewType[columns.Length];
        for (var index = 0; index < types.Length; index++)
            types[index] = ReadType(reader);
        var functions = new NormalizerFunction[columns.Length];
        for (var index = 0; index < functions.Length; index++)
        {
            functions[index] = NormalizerFunctions.Load(context.Part(FolderOf(index)), types[index] is not VectorDataViewType);
            var item = types[index] is VectorDataViewType vector ? vector.ItemType : types[index];
            if (functions[index].Size != (types[index] as VectorDataViewType)?.Size && types[index] is VectorDataViewType || functions[index].ItemType != item.RawType)
                throw reader.Fault($"the function of column '{columns[index].Output}' has {functions[index].Size} slots, its type is {types[index]}");
        }

        return new NormalizingTransformer(context.Environment, columns, types, functions);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
        {
            var expected = _types[index];
            if ((inputs[index].Type is VectorDataViewType) != (expected is VectorDataViewType) || ItemOf(inputs[index].Type) != ItemOf(expected))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(inputSchema), $"Schema mismatch for input column '{Columns[index].Input}': expected {expected}, got {inputs[index].Type}");
            }

            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
            annotations.Add(inputs[index].Annotations, name => name == AnnotationKinds.SlotNames);
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, expected, annotations.ToAnnotations());
        }

        return new OneToOneMapper(inputs, outputs, (row, index) => _functions[index].CreateGetter(row, inputs[index]));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("NORMALZR", 0x00010002, 0x00010001, "Normalizer", MlNetAssemblies.Data));
        ColumnPairBlock.Write(block, Columns);
        foreach (var type in _types)
            WriteType(block, type);
        for (var index = 0; index < _functions.Length; index++)
            ctx.SaveModel(_functions[index].Save, FolderOf(index));
    }

    private static string FolderOf(int index) => string.Create(CultureInfo.InvariantCulture, $"Normalizer_{index:000}");

    private static Type ItemOf(DataViewType type) => type is VectorDataViewType vector ? vector.ItemType.RawType : type.RawType;

    private static void WriteType(ModelBlockWriter block, DataViewType type)
    {
        block.WriteBoolean(type is VectorDataViewType);
        block.WriteByte((byte)(ItemOf(type) == typeof(float) ? DataKind.Single : DataKind.Double));
        if (type is VectorDataViewType vector)
            block.WriteCountedValues(vector.Dimensions.AsSpan());
    }

    private static DataViewType ReadType(ModelBlockReader reader)
    {
        var isVector = reader.ReadBoolean();
        var kind = (DataKind)reader.ReadByte();
        var item = kind switch
        {
            DataKind.Single => NumberDataViewType.Single,
            DataKind.Double => NumberDataViewType.Double,
            _ => throw reader.Fault($"only Single and Double can be normalised, not kind {(byte)kind}"),
        };
        if (!isVector)
            return item;
        var dimensions = reader.ReadCountedValues<int>();
        if (dimensions.Length == 0 || Array.Exists(dimensions, dimension => dimension <= 0) || dimensions.Aggregate(1L, (size, dimension) => Math.Min(size * dimension, long.MaxValue >> 32)) > int.MaxValue)
            throw reader.Fault($"a vector has the impossible dimensions {string.Join(" x ", dimensions)}");
        return new VectorDataViewType(item, dimensions);
    }
}
