using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Models;

namespace MlNetFashion.Pipelines.Models;

/// <summary>A TensorFlowTransformer with one input and one output over a frozen graph.</summary>
internal static class TensorFlowPart
{
    public static void Write(ModelArchiveWriter archive, string folder, string input, string output, byte[] graph)
    {
        var block = new ModelBlockWriter(new("TENSFLOW", 0x00010004, 0x00010004, "TensorFlowTransform", MlNetAssemblies.TensorFlow));
        block.WriteBoolean(true); // frozen
        block.WriteBoolean(false); // the placeholder's own shape has the batch dimension
        block.WriteBoolean(true); // the first dimension of the output is the batch
        block.WriteInt32(1);
        block.WriteString(input);
        block.WriteInt32(1);
        block.WriteString(output);
        archive.Add(folder, block);

        var entry = new ByteWriter();
        entry.WriteCountedValues<byte>(graph);
        archive.Add(ModelArchivePath.Combine(folder, "TFModel"), entry.Written.Span);
    }
}
