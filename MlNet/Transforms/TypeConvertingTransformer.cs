using System.Reflection;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Converts columns into other types.</summary>
public sealed class TypeConvertingTransformer : OneToOneTransformerBase
{
    private const byte KeyFlag = 0x80;

    private readonly (PrimitiveDataViewType Type, DataKind Kind)[] _types;

    internal TypeConvertingTransformer(IHostEnvironment environment, (string Output, string Input)[] columns, (PrimitiveDataViewType Type, DataKind Kind)[] types)
        : base(environment.Register(nameof(TypeConvertingTransformer)), columns)
    {
        _types = types;
    }

    [Loadable("ConvertTransform")]
    [Loadable("ConvertFunction")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("CONVERTF", 0x00010004, 0x00010004);
        var columns = ColumnPairBlock.Read(reader);
        var types = new (PrimitiveDataViewType Type, DataKind Kind)[columns.Length];
        for (var index = 0; index < types.Length; index++)
        {
            var code = reader.ReadByte();
            var kind = (DataKind)(code & ~KeyFlag);
            if (!Enum.IsDefined(kind))
                throw reader.Fault($"there is no kind {(byte)kind} of data");
            var type = DataKinds.ToType(kind);
            if ((code & KeyFlag) != 0)
            {
                var count = reader.ReadUInt64();
                if (!KeyDataViewType.IsValidDataType(type.RawType) || count == 0 || count > KeyDataViewType.MaximumCount(type.RawType))
                    throw reader.Fault($"a key over {type} cannot have {count} values");
                type = new KeyDataViewType(type.RawType, count);
            }

            types[index] = (type, kind);
        }

        return new TypeConvertingTransformer(context.Environment, columns, types);
    }

    /// <summary>What items become when a type is asked for: keys become keys over another unsigned number and nothing else. Null where they cannot.</summary>
    internal static PrimitiveDataViewType? TargetOf(DataViewType item, PrimitiveDataViewType wanted)
    {
        if (item is KeyDataViewType key && wanted is not KeyDataViewType)
        {
            if (!KeyDataViewType.IsValidDataType(wanted.RawType) || key.Count > KeyDataViewType.MaximumCount(wanted.RawType))
                return null;
            return new KeyDataViewType(wanted.RawType, key.Count);
        }

        if (wanted is KeyDataViewType target && item is not TextDataViewType && (item as KeyDataViewType)?.Count != target.Count)
            return null;
        return ValueConversions.Exists(item.RawType, wanted.RawType) ? wanted : null;
    }

    internal static ArgumentOutOfRangeException NoConversion(DataViewType source, DataViewType destination) =>
        new("inputSchema", $"Source column type {source} cannot be converted to {destination}");

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
        {
            var item = inputs[index].Type is VectorDataViewType source ? source.ItemType : inputs[index].Type;
            var type = TargetOf(item, _types[index].Type) ?? throw NoConversion(inputs[index].Type, _types[index].Type);
            DataViewType output = inputs[index].Type is VectorDataViewType vector ? new VectorDataViewType(type, vector.Dimensions) : type;
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(inputs[index].Annotations, name => name switch
            {
                AnnotationKinds.SlotNames => output is VectorDataViewType { IsKnownSize: true },
                AnnotationKinds.IsNormalized => item is NumberDataViewType && type is NumberDataViewType,
                AnnotationKinds.KeyValues => item is KeyDataViewType from && type is KeyDataViewType to && from.Count == to.Count,
                _ => false,
            });
            if (inputs[index].Type is BooleanDataViewType && type is NumberDataViewType)
                annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, output, annotations.ToAnnotations());
        }

        return new OneToOneMapper(inputs, outputs, (row, index) => CreateGetter(row, inputs[index], _types[index].Type));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("CONVERTF", 0x00010004, 0x00010003, "ConvertTransform", MlNetAssemblies.Data, "ConvertFunction"));
        ColumnPairBlock.Write(block, Columns);
        foreach (var (type, kind) in _types)
        {
            block.WriteByte((byte)((byte)kind | (type is KeyDataViewType ? KeyFlag : 0)));
            if (type is KeyDataViewType key)
                block.WriteUInt64(key.Count);
        }
    }

    private static Delegate CreateGetter(DataViewRow row, DataViewSchema.Column input, PrimitiveDataViewType output)
    {
        var item = input.Type is VectorDataViewType vector ? vector.ItemType : input.Type;
        var maker = input.Type is VectorDataViewType ? nameof(Vector) : nameof(Single);
        return (Delegate)typeof(TypeConvertingTransformer).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item.RawType, output.RawType).Invoke(null, [row, input])!;
    }

    private static ValueGetter<TDestination> Single<TSource, TDestination>(DataViewRow row, DataViewSchema.Column input)
    {
        var convert = ValueConversions.Find<TSource, TDestination>()!;
        var get = row.GetGetter<TSource>(input);
        TSource source = default!;
        return (ref TDestination value) =>
        {
            get(ref source);
            convert(source, ref value);
        };
    }

    private static ValueGetter<VBuffer<TDestination>> Vector<TSource, TDestination>(DataViewRow row, DataViewSchema.Column input)
    {
        var convert = ValueConversions.Find<TSource, TDestination>()!;
        var get = row.GetGetter<VBuffer<TSource>>(input);
        var source = default(VBuffer<TSource>);
        return (ref VBuffer<TDestination> value) =>
        {
            get(ref source);
            var items = source.GetValues();
            var editor = VBufferEditor.Create(ref value, source.Length, items.Length);
            for (var position = 0; position < items.Length; position++)
                convert(items[position], ref editor.Values[position]);
            if (!source.IsDense)
                source.GetIndices().CopyTo(editor.Indices);
            value = editor.Commit();
        };
    }
}
