using MlNetFashion.Interchange.Idv;
using MlNetFashion.Interchange.Models;

namespace MlNetFashion.Interchange.Tests.Models;

public class ReferenceBlockTests
{
    public static IEnumerable<object[]> Names() => ReferenceModels.Names();

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Every_block_is_written_again_byte_for_byte(string name)
    {
        using var archive = ReferenceModels.Open(name);
        var blocks = archive.Entries.Where(path => path.EndsWith(ModelArchivePath.BlockName, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(blocks);
        foreach (var path in blocks)
        {
            var bytes = archive.Read(path);
            var block = ModelBlock.Parse(bytes, path);
            Assert.Equal(bytes, block.ToBytes());
            Assert.StartsWith("Microsoft.ML.", block.Header.AssemblyName, StringComparison.Ordinal);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Every_assembly_name_is_one_of_the_constants(string name)
    {
        var known = typeof(MlNetAssemblies).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        using var archive = ReferenceModels.Open(name);
        foreach (var path in archive.Entries.Where(path => path.EndsWith(ModelArchivePath.BlockName, StringComparison.Ordinal)))
            Assert.Contains(ModelBlock.Parse(archive.Read(path), path).Header.AssemblyName, known);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Every_schema_is_written_again_byte_for_byte(string name)
    {
        using var archive = ReferenceModels.Open(name);
        foreach (var path in archive.Entries.Where(path => path.EndsWith("Schema", StringComparison.Ordinal)))
        {
            var bytes = archive.Read(path);
            var columns = IdvSchemaReader.Read(bytes, path);
            Assert.NotEmpty(columns);
            var written = IdvSchemaWriter.Write(columns);
            var again = IdvSchemaReader.Read(written, path);
            Assert.Equal(columns.Select(column => (column.Name, column.Type)), again.Select(column => (column.Name, column.Type)));
            Assert.Equal(columns.SelectMany(column => column.Annotations, (_, annotation) => annotation.Value),
                again.SelectMany(column => column.Annotations, (_, annotation) => annotation.Value));

            // What deflate makes of an annotation is up to the zlib of the platform; the reference was made on x64.
            var onlyPlain = columns.All(column => column.Annotations.All(annotation => !annotation.Type.IsVector));
            if (onlyPlain || System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64)
                Assert.Equal(bytes, written);
        }
    }

    [SkippableFact]
    public void The_scorer_of_a_model_reads_as_the_notes_say()
    {
        using var archive = ReferenceModels.Open("text-keys");
        var reader = new ModelBlockReader(archive.ReadBlock("TransformerChain/Transform_002"), "scorer");
        reader.CheckVersion("MC  PRED", 0x00010002, 0x00010001);
        Assert.Equal(["Features", "Label", "Score", "PredictedLabel"], Enumerable.Range(0, 4).Select(_ => reader.ReadName()));
        reader.CheckEnd();

        var schema = IdvSchemaReader.Read(archive.Read("TransformerChain/Transform_002/TrainSchema"), "TrainSchema");
        var label = schema.Single(column => column.Name == "Label");
        Assert.Equal(IdvType.Key(IdvPrimitive.UInt32, 10), label.Type);
        var names = Assert.IsType<string[]>(label.Annotation("KeyValues")!.Value);
        Assert.Equal("Ankle boot", names[0]);
        Assert.Equal("Bag", names[9]);
        var features = schema.Single(column => column.Name == "Features");
        Assert.Equal(IdvType.SingleVector(784), features.Type);
        Assert.Equal(true, features.Annotation("IsNormalized")!.Value);
    }
}
