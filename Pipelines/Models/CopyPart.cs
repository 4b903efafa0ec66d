using MlNetFashion.Interchange.Models;

namespace MlNetFashion.Pipelines.Models;

/// <summary>A ColumnConcatenatingTransformer of one column: a copy under another name.</summary>
internal static class CopyPart
{
    public static void Write(ModelArchiveWriter archive, string folder, string output, string input)
    {
        var block = new ModelBlockWriter(new("CONCAT F", 0x00010003, 0x00010003, "ConcatTransform", MlNetAssemblies.Data, "ConcatFunction"));
        block.WriteInt32(1);
        block.WriteString(output);
        block.WriteInt32(1);
        block.WriteString(input);
        block.WriteString(null); // no alias
        archive.Add(folder, block);
    }
}
