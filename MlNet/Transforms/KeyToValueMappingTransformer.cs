using System.Reflection;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Maps keys back to the values that their column's annotation KeyValues lists.</summary>
public sealed class KeyToValueMappingTransformer : OneToOneTransformerBase
{
    internal KeyToValueMappingTransformer(IHostEnvironment environment, (string Output, string Input)[] columns)
        : base(environment.Register(nameof(KeyToValueMappingTransformer)), columns)
    {
    }

    [Loadable("KeyToValueTransform")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("KEY2VALT", 0x00010001, 0x00010001);
        return new KeyToValueMappingTransformer(context.Environment, ColumnPairBlock.Read(context.Reader));
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
            outputs[index] = Describe(Columns[index].Output, inputs[index]);
        return new OneToOneMapper(inputs, outputs, (row, index) => CreateGetter(row, inputs[index], outputs[index].Type));
    }

    private protected override void SaveModel(ModelSaveContext ctx) =>
        ColumnPairBlock.Write(ctx.Begin(new ModelBlockHeader("KEY2VALT", 0x00010001, 0x00010001, "KeyToValueTransform", MlNetAssemblies.Data)), Columns);

    private static DataViewSchema.DetachedColumn Describe(string name, DataViewSchema.Column input)
    {
        var item = input.Type is VectorDataViewType vector ? vector.ItemType : input.Type;
        if (item is not KeyDataViewType key)
            throw new ArgumentOutOfRangeException("inputSchema", $"Schema mismatch for input column '{input.Name}': expected KeyDataViewType, got {input.Type}");
        if (input.Annotations.Schema.GetColumnOrNull(AnnotationKinds.KeyValues)?.Type is not VectorDataViewType values)
            throw new ArgumentOutOfRangeException("inputSchema", $"Metadata KeyValues does not exist for column '{input.Name}'");
        if ((ulong)values.Size != key.Count)
            throw new ArgumentOutOfRangeException("inputSchema", $"Column '{input.Name}' has {key.Count} keys but its annotation KeyValues lists {values.Size}.");
        DataViewType type = input.Type is VectorDataViewType source ? new VectorDataViewType(values.ItemType, source.Dimensions) : values.ItemType;
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add(input.Annotations, kind => kind == AnnotationKinds.SlotNames);
        return new DataViewSchema.DetachedColumn(name, type, annotations.ToAnnotations());
    }

    private static Delegate CreateGetter(DataViewRow row, DataViewSchema.Column input, DataViewType output)
    {
        var key = input.Type is VectorDataViewType vector ? vector.ItemType : input.Type;
        var value = output is VectorDataViewType values ? values.ItemType : output;
        var type = typeof(KeyLookup<,>).MakeGenericType(key.RawType, value.RawType);
        return (Delegate)type.GetMethod("CreateGetter", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [row, input, value])!;
    }
}
