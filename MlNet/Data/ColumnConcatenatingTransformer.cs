using MlNetFashion.Interchange.Models;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Puts columns of one item type together into vectors.</summary>
public sealed class ColumnConcatenatingTransformer : RowToRowTransformerBase
{
    private readonly (string Output, string[] Sources)[] _columns;

    internal ColumnConcatenatingTransformer(IHostEnvironment environment, (string Output, string[] Sources)[] columns)
        : base(environment.Register(nameof(ColumnConcatenatingTransformer)))
    {
        _columns = columns;
    }

    [Loadable("ConcatTransform")]
    [Loadable("ConcatFunction")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("CONCAT F", 0x00010003, 0x00010003);
        var columns = new (string Output, string[] Sources)[reader.ReadCount(2 * sizeof(int))];
        for (var index = 0; index < columns.Length; index++)
        {
            var output = reader.ReadName();
            var sources = new string[reader.ReadCount(2 * sizeof(int))];
            for (var source = 0; source < sources.Length; source++)
            {
                sources[source] = reader.ReadName();
                reader.ReadString(); // an alias, which only names slots
            }

            if (sources.Length == 0)
                throw reader.Fault($"the column '{output}' is put together from no column");
            columns[index] = (output, sources);
        }

        return new ColumnConcatenatingTransformer(context.Environment, columns);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema) => new ConcatenationMapper(inputSchema, _columns);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("CONCAT F", 0x00010003, 0x00010003, "ConcatTransform", MlNetAssemblies.Data, "ConcatFunction"));
        block.WriteInt32(_columns.Length);
        foreach (var (output, sources) in _columns)
        {
            block.WriteString(output);
            block.WriteInt32(sources.Length);
            foreach (var source in sources)
            {
                block.WriteString(source);
                block.WriteString(null);
            }
        }
    }
}
