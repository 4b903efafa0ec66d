using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Projects vectors onto the principal axes of the data it was fitted on.</summary>
public sealed class PrincipalComponentAnalysisTransformer : OneToOneTransformerBase
{
    private const string Signature = "PCA FUNC";
    private readonly PrincipalAxes[] _axes;

    internal PrincipalComponentAnalysisTransformer(IHostEnvironment environment, (string Output, string Input)[] columns, PrincipalAxes[] axes)
        : base(environment.Register(nameof(PrincipalComponentAnalysisTransformer)), columns)
    {
        _axes = axes;
    }

    /// <summary>The axes of each column.</summary>
    internal IReadOnlyList<PrincipalAxes> Axes => _axes;

    [Loadable("PcaTransform")]
    internal static object Load(ModelLoadContext context)
    {
        ModelBlockReader reader = context.Reader;
        reader.CheckVersion(Signature, 0x00010002, 0x00010002);
        (string Output, string Input)[] columns = ColumnPairBlock.Read(reader);
        return new PrincipalComponentAnalysisTransformer(
            context.Environment, columns, [.. columns.Select(_ => PrincipalAxes.Load(reader))]);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        DataViewSchema.Column[] inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Type is not VectorDataViewType vector || vector.Size != _axes[i].Features || !vector.ItemType.Equals(NumberDataViewType.Single))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(inputSchema),
                    $"Schema mismatch for input column '{Columns[i].Input}': expected Vector<Single, {_axes[i].Features}>, got {inputs[i].Type}");
            }

            outputs[i] = new DataViewSchema.DetachedColumn(Columns[i].Output, new VectorDataViewType(NumberDataViewType.Single, _axes[i].Rank));
        }

        return new OneToOneMapper(inputs, outputs, (row, index) => _axes[index].CreateGetter(row, inputs[index]));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader(Signature, 0x00010002, 0x00010002, "PcaTransform", MlNetAssemblies.Pca));
        ColumnPairBlock.Write(block, Columns);
        foreach (PrincipalAxes axes in _axes)
            axes.Save(block);
    }
}
