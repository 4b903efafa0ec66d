using System.Reflection;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Tells which numbers are missing: NaN, and of keys 0.</summary>
public sealed class MissingValueIndicatorTransformer : OneToOneTransformerBase
{
    internal MissingValueIndicatorTransformer(IHostEnvironment environment, (string Output, string Input)[] columns)
        : base(environment.Register(nameof(MissingValueIndicatorTransformer)), columns)
    {
    }

    [Loadable("NaIndicatorTransform")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("NAIND TF", 0x00010001, 0x00010001);
        return new MissingValueIndicatorTransformer(context.Environment, ColumnPairBlock.Read(context.Reader));
    }

    internal static bool Supports(DataViewType itemType) =>
        itemType is KeyDataViewType || itemType.Equals(NumberDataViewType.Single) || itemType.Equals(NumberDataViewType.Double);

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
        {
            var type = inputs[index].Type;
            if (!Supports(type is VectorDataViewType source ? source.ItemType : type))
                throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Schema mismatch for input column '{inputs[index].Name}': expected Single or Double, got {type}");
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(inputs[index].Annotations, name => name == AnnotationKinds.SlotNames);
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
            DataViewType output = type is VectorDataViewType vector ? new VectorDataViewType(BooleanDataViewType.Instance, vector.Dimensions) : BooleanDataViewType.Instance;
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, output, annotations.ToAnnotations());
        }

        return new OneToOneMapper(inputs, outputs, (row, index) =>
        {
            var type = inputs[index].Type;
            var maker = type is VectorDataViewType ? nameof(Vector) : nameof(Single);
            return (Delegate)typeof(MissingValueIndicatorTransformer).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod((type is VectorDataViewType vector ? vector.ItemType : type).RawType).Invoke(null, [row, inputs[index]])!;
        });
    }

    private protected override void SaveModel(ModelSaveContext ctx) => ColumnPairBlock.Write(
        ctx.Begin(new ModelBlockHeader("NAIND TF", 0x00010001, 0x00010001, "NaIndicatorTransform", MlNetAssemblies.Transforms)), Columns);

    private static ValueGetter<bool> Single<T>(DataViewRow row, DataViewSchema.Column input)
    {
        var get = row.GetGetter<T>(input);
        var isMissing = MissingValues.Test<T>(input.Type);
        T source = default!;
        return (ref bool value) =>
        {
            get(ref source);
            value = isMissing(source);
        };
    }

    private static ValueGetter<VBuffer<bool>> Vector<T>(DataViewRow row, DataViewSchema.Column input)
    {
        var get = row.GetGetter<VBuffer<T>>(input);
        var isMissing = MissingValues.Test<T>(((VectorDataViewType)input.Type).ItemType);
        var source = default(VBuffer<T>);
        return (ref VBuffer<bool> value) =>
        {
            get(ref source);
            var editor = VBufferEditor.Create(ref value, source.Length);
            var slot = 0;
            foreach (var item in source.DenseValues())
                editor.Values[slot++] = isMissing(item);
            value = editor.Commit();
        };
    }
}
