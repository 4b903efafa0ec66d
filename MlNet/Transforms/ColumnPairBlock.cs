using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Transforms;

/// <summary>The pairs of output and input columns with which the blocks of many transformers begin.</summary>
internal static class ColumnPairBlock
{
    // Two string ids.
    private const int PairSize = 8;

    internal static void Write(ModelBlockWriter block, (string Output, string Input)[] columns)
    {
        block.WriteInt32(columns.Length);
        foreach (var (output, input) in columns)
        {
            block.WriteString(output);
            block.WriteString(input);
        }
    }

    internal static (string Output, string Input)[] Read(ModelBlockReader block)
    {
        var columns = new (string Output, string Input)[block.ReadCount(PairSize)];
        for (var index = 0; index < columns.Length; index++)
        {
            var output = block.ReadName();
            columns[index] = (output, block.ReadName());
        }

        return columns;
    }
}
