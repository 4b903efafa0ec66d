using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Replaces missing numbers.</summary>
public sealed class MissingValueReplacingTransformer : OneToOneTransformerBase
{
    private readonly MissingValueFunction[] _functions;

    internal MissingValueReplacingTransformer(IHostEnvironment environment, (string Output, string Input)[] columns, MissingValueFunction[] functions)
        : base(environment.Register(nameof(MissingValueReplacingTransformer)), columns)
    {
        _functions = functions;
    }

    [Loadable("NAReplaceTransform")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("NAREP TF", 0x00010002, 0x00010002);
        var columns = ColumnPairBlock.Read(context.Reader);
        var functions = new MissingValueFunction[columns.Length];
        for (var index = 0; index < functions.Length; index++)
            functions[index] = MissingValueFunction.Read(context.Reader);
        return new MissingValueReplacingTransformer(context.Environment, columns, functions);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
        {
            var expected = _functions[index].Type;
            var actual = inputs[index].Type;
            var expectedItem = expected is VectorDataViewType wanted ? wanted.ItemType : expected;
            var fits = actual is VectorDataViewType vector
                ? vector.ItemType.Equals(expectedItem) && (expected is not VectorDataViewType { IsKnownSize: true } sized || sized.Size == vector.Size)
                : actual.Equals(expected);
            if (!fits)
                throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Schema mismatch for input column '{Columns[index].Input}': expected {expected}, got {actual}");
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(inputs[index].Annotations, name => name is AnnotationKinds.SlotNames or AnnotationKinds.IsNormalized);
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, actual, annotations.ToAnnotations());
        }

        return new OneToOneMapper(inputs, outputs, (row, index) => _functions[index].CreateGetter(row, inputs[index]));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("NAREP TF", 0x00010002, 0x00010002, "NAReplaceTransform", MlNetAssemblies.Transforms));
        ColumnPairBlock.Write(block, Columns);
        foreach (var function in _functions)
            function.Save(block);
    }
}
