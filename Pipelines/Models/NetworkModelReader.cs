using System.Buffers.Binary;
using MlNetFashion.Interchange.Models;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.Pipelines.Models;

/// <summary>Finds the network in an ML.NET model that <see cref="NetworkModelArchive"/> wrote, alone or within a pipeline.</summary>
public static class NetworkModelReader
{
    private const string GraphEntry = "TFModel";

    /// <summary>All layers but the classifying one.</summary>
    /// <param name="model">A model archive.</param>
    /// <param name="name">What to call it in messages, as its path.</param>
    /// <exception cref="InvalidDataException">No model archive, or one without such a network.</exception>
    public static Network ReadFeatures(Stream model, string name)
    {
        using var archive = ModelArchiveReader.Open(model);
        var entry = archive.Entries.Order(StringComparer.Ordinal).FirstOrDefault(path => path.Split('/', '\\')[^1] == GraphEntry)
            ?? throw new InvalidDataException($"A model with a network in it was expected in '{name}', but there is none: linear models have no layers to look at.");
        var bytes = archive.Read(entry);
        var length = bytes.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (length != bytes.Length - sizeof(int))
            throw new InvalidDataException($"The network in '{name}' is damaged: {bytes.Length} bytes that should hold {length} and their count.");

        var folder = entry[..^(GraphEntry.Length + 1)];
        var block = new ModelBlockReader(archive.ReadBlock(folder), folder);
        block.ReadByte(); // frozen
        block.ReadByte(); // no batch dimension added to inputs
        block.ReadByte(); // the first dimension of outputs is the batch
        var inputs = block.ReadInt32();
        var input = inputs == 1 ? block.ReadName() : "";
        var outputs = inputs == 1 ? block.ReadInt32() : 0;
        if (outputs != 1)
            throw new InvalidDataException($"The network in '{name}' should read one column and write one. Received: {inputs} and {outputs}.");
        return FrozenGraph.Import(bytes.AsSpan(sizeof(int)), input, block.ReadName());
    }
}
