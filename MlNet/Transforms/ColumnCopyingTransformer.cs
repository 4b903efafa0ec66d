using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Copies columns with their annotations.</summary>
public sealed class ColumnCopyingTransformer : OneToOneTransformerBase
{
    internal ColumnCopyingTransformer(IHostEnvironment environment, (string Output, string Input)[] columns)
        : base(environment.Register(nameof(ColumnCopyingTransformer)), columns)
    {
    }

    [Loadable("CopyTransform")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("COPYCOLT", 0x00010001, 0x00010001);
        return new ColumnCopyingTransformer(context.Environment, ColumnPairBlock.Read(context.Reader));
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, inputs[index].Type, inputs[index].Annotations);
        return new OneToOneMapper(inputs, outputs, (row, index) => RowGetters.Create(row, inputs[index]));
    }

    private protected override void SaveModel(ModelSaveContext ctx) =>
        ColumnPairBlock.Write(ctx.Begin(new ModelBlockHeader("COPYCOLT", 0x00010001, 0x00010001, "CopyTransform", MlNetAssemblies.Data)), Columns);
}
