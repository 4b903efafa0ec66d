using System.Reflection;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Maps keys to vectors with a 1 at the key's place; a missing key is all zeros.</summary>
public sealed class KeyToVectorMappingTransformer : OneToOneTransformerBase
{
    private readonly bool[] _countVector;

    internal KeyToVectorMappingTransformer(IHostEnvironment environment, (string Output, string Input)[] columns, bool[] countVector)
        : base(environment.Register(nameof(KeyToVectorMappingTransformer)), columns)
    {
        _countVector = countVector;
    }

    [Loadable("KeyToVectorTransform")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("KEY2VECT", 0x00010002, 0x00010002);
        var columns = ColumnPairBlock.Read(reader);
        var countVector = new bool[columns.Length];
        for (var index = 0; index < countVector.Length; index++)
            countVector[index] = reader.ReadBoolean();
        return new KeyToVectorMappingTransformer(context.Environment, columns, countVector);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
            outputs[index] = Describe(Columns[index].Output, inputs[index], _countVector[index]);
        return new OneToOneMapper(inputs, outputs, (row, index) => CreateGetter(row, inputs[index], _countVector[index]));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("KEY2VECT", 0x00010002, 0x00010001, "KeyToVectorTransform", MlNetAssemblies.Data));
        ColumnPairBlock.Write(block, Columns);
        foreach (var countVector in _countVector)
            block.WriteBoolean(countVector);
    }

    private static DataViewSchema.DetachedColumn Describe(string name, DataViewSchema.Column input, bool countVector)
    {
        var vector = input.Type as VectorDataViewType;
        if ((vector?.ItemType ?? input.Type) is not KeyDataViewType { Count: <= int.MaxValue } key)
            throw new ArgumentOutOfRangeException("inputSchema", $"Schema mismatch for input column '{input.Name}': expected Key type of known cardinality, got {input.Type}");
        var size = (int)key.Count;

        // A vector of one key is treated as a single key is.
        var isSingle = countVector || vector is null or { Size: 1 };
        var type = isSingle ? new VectorDataViewType(NumberDataViewType.Single, size) : new VectorDataViewType(NumberDataViewType.Single, vector!.Size, size);
        return new DataViewSchema.DetachedColumn(name, type, KeyToVectorAnnotations.Of(input, type, isSingle, countVector));
    }

    private static Delegate CreateGetter(DataViewRow row, DataViewSchema.Column input, bool countVector)
    {
        var vector = input.Type as VectorDataViewType;
        var key = (KeyDataViewType)(vector?.ItemType ?? input.Type);
        if (vector is null)
            return Indicator(UnsignedGetters.Create(row, input), (int)key.Count);
        return (Delegate)typeof(KeyToVectorMappingTransformer).GetMethod(countVector ? nameof(Counts) : nameof(Indicators), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(key.RawType).Invoke(null, [row, input, (int)key.Count])!;
    }

    private static ValueGetter<VBuffer<float>> Indicator(Func<ulong> raw, int size) => (ref VBuffer<float> value) =>
    {
        var key = raw();
        var isKnown = key >= 1 && key <= (ulong)size;
        var editor = VBufferEditor.Create(ref value, size, isKnown ? 1 : 0);
        if (isKnown)
        {
            editor.Values[0] = 1;
            if (size > 1)
                editor.Indices[0] = (int)key - 1;
        }

        value = editor.Commit();
    };

    private static ValueGetter<VBuffer<float>> Counts<T>(DataViewRow row, DataViewSchema.Column input, int size)
        where T : System.Numerics.IBinaryInteger<T>
    {
        var get = row.GetGetter<VBuffer<T>>(input);
        var keys = default(VBuffer<T>);
        return (ref VBuffer<float> value) =>
        {
            get(ref keys);
            var editor = VBufferEditor.Create(ref value, size);
            editor.Values.Clear();
            foreach (var key in keys.GetValues())
            {
                var slot = ulong.CreateTruncating(key) - 1;
                if (slot < (ulong)size)
                    editor.Values[(int)slot]++;
            }

            value = editor.Commit();
        };
    }

    private static ValueGetter<VBuffer<float>> Indicators<T>(DataViewRow row, DataViewSchema.Column input, int size)
        where T : System.Numerics.IBinaryInteger<T>
    {
        var get = row.GetGetter<VBuffer<T>>(input);
        var keys = default(VBuffer<T>);
        return (ref VBuffer<float> value) =>
        {
            get(ref keys);
            var editor = VBufferEditor.Create(ref value, checked(keys.Length * size));
            editor.Values.Clear();
            foreach (var (index, key) in keys.Items())
            {
                var slot = ulong.CreateTruncating(key) - 1;
                if (slot < (ulong)size)
                    editor.Values[(index * size) + (int)slot] = 1;
            }

            value = editor.Commit();
        };
    }
}
