using Microsoft.ML.Model;
using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Transforms.Onnx;

public sealed partial class OnnxTransformer
{
    private const string ModelEntry = "OnnxModel";

    [Loadable("OnnxTransform")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("ONNXSCOR", 0x00010003, 0x00010001);
        var version = reader.Header.VersionWritten;
        var inputs = ReadNames(reader, version > 0x00010001 ? reader.ReadCount(sizeof(int)) : 1);
        var outputs = ReadNames(reader, version > 0x00010001 ? reader.ReadCount(sizeof(int)) : 1);
        var shapes = new (string Name, int[] Shape)[reader.ReadCount(2 * sizeof(int))];
        for (var i = 0; i < shapes.Length; i++)
            shapes[i] = (reader.ReadName(), reader.ReadCountedValues<int>());
        var recursionLimit = version >= 0x00010003 ? reader.ReadInt32() : new OnnxOptions().RecursionLimit;

        var entry = new ByteReader(context.ReadEntry(ModelEntry), context.EntryName(ModelEntry));
        var model = entry.ReadBytes(entry.ReadCount());
        try
        {
            return new OnnxTransformer(context.Environment, new OnnxFile(model.ToArray()), outputs, inputs, shapes, recursionLimit);
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException($"'{entry.Source}' does not fit the model: {fault.Message}", fault);
        }
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("ONNXSCOR", 0x00010003, 0x00010003, "OnnxTransform", MlNetAssemblies.OnnxTransformer));
        block.WriteInt32(InputNames.Length);
        foreach (var input in InputNames)
            block.WriteString(input);
        block.WriteInt32(_outputs.Length);
        foreach (var output in _outputs)
            block.WriteString(output);
        block.WriteInt32(_shapes.Length);
        foreach (var (name, shape) in _shapes)
        {
            block.WriteString(name);
            block.WriteCountedValues<int>(shape);
        }

        block.WriteInt32(_recursionLimit);

        var entry = new ByteWriter();
        entry.WriteCountedValues<byte>(_model.Bytes);
        ctx.AddEntry(ModelEntry, entry.Written.Span);
    }

    private static string[] ReadNames(ModelBlockReader reader, int count)
    {
        var names = new string[count];
        for (var i = 0; i < count; i++)
            names[i] = reader.ReadName();
        return names;
    }
}
