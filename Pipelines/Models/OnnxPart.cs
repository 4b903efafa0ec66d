using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Models;

namespace MlNetFashion.Pipelines.Models;

/// <summary>An OnnxTransformer with one input and one output.</summary>
internal static class OnnxPart
{
    private const int RecursionLimit = 100;

    public static void Write(ModelArchiveWriter archive, string folder, string input, string output, byte[] model)
    {
        var block = new ModelBlockWriter(new("ONNXSCOR", 0x00010003, 0x00010003, "OnnxTransform", MlNetAssemblies.OnnxTransformer));
        block.WriteInt32(1);
        block.WriteString(input);
        block.WriteInt32(1);
        block.WriteString(output);
        block.WriteInt32(0); // no shapes but the model's own
        block.WriteInt32(RecursionLimit);
        archive.Add(folder, block);

        var entry = new ByteWriter();
        entry.WriteCountedValues<byte>(model);
        archive.Add(ModelArchivePath.Combine(folder, "OnnxModel"), entry.Written.Span);
    }
}
