using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// The weights that the next run of a chain begins with, kept beside the run folders until it is done. A file holds the layers, and of each
/// its arrays: name, dimensions, values.
/// </summary>
/// <param name="resultsFolder">The folder of all runs.</param>
internal sealed class ChainWeights(string resultsFolder)
{
    private readonly string folder = Path.Combine(resultsFolder, ".weights");
    private readonly Lock gate = new();

    public bool Has(string signature) => File.Exists(PathOf(signature));

    public void Keep(string signature, Network network)
    {
        lock (gate)
        {
            Directory.CreateDirectory(folder);
            var aside = PathOf(signature) + ".part";
            using (var writer = new BinaryWriter(File.Create(aside)))
                Write(writer, network.Parameters);
            File.Move(aside, PathOf(signature), overwrite: true);
        }
    }

    /// <summary>The weights kept.</summary>
    /// <exception cref="InvalidDataException">The file is cut short.</exception>
    public ImmutableArray<LayerParameters> Read(string signature)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(PathOf(signature)));
            return [.. Repeat(reader.ReadInt32(), () => new LayerParameters(reader.ReadString(), [.. Repeat(reader.ReadInt32(), () => ReadArray(reader))]))];
        }
        catch (EndOfStreamException damage)
        {
            throw new InvalidDataException($"The weights in '{PathOf(signature)}' are cut short; delete the file, and their folds run again.", damage);
        }
    }

    /// <summary>Forgets weights that no run waits for any more.</summary>
    public void Drop(string signature)
    {
        lock (gate)
        {
            File.Delete(PathOf(signature));
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
    }

    private static void Write(BinaryWriter writer, ImmutableArray<LayerParameters> layers)
    {
        writer.Write(layers.Length);
        foreach (var layer in layers)
        {
            writer.Write(layer.Layer);
            writer.Write(layer.Arrays.Length);
            foreach (var array in layer.Arrays)
            {
                writer.Write(array.Name);
                writer.Write(array.Shape.Length);
                foreach (var size in array.Shape)
                    writer.Write(size);
                writer.Write(MemoryMarshal.AsBytes(array.Values.AsSpan()));
            }
        }
    }

    private static NamedArray ReadArray(BinaryReader reader)
    {
        var name = reader.ReadString();
        ImmutableArray<int> shape = [.. Repeat(reader.ReadInt32(), reader.ReadInt32)];
        var values = new float[shape.Aggregate(1, (count, size) => count * size)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new NamedArray(name, shape, values);
    }

    private static List<T> Repeat<T>(int count, Func<T> read)
    {
        var items = new List<T>(count);
        for (var i = 0; i < count; i++)
            items.Add(read());
        return items;
    }

    private string PathOf(string signature) => Path.Combine(folder, signature + ".bin");
}
