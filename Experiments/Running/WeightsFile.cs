using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MlNetFashion.Evaluation;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>The weights that a run leaves to the one after it, so that an interrupted chain goes on: layers, and of each the arrays with names, shapes and values.</summary>
internal static class WeightsFile
{
    private const string Mark = "MlNetFashion weights 1";
    private const int MostDimensions = 8;

    public static void Write(string path, Network network) => FinishedFile.Write(path, stream =>
    {
        using var file = new BinaryWriter(stream);
        file.Write(Mark);
        file.Write(network.Parameters.Length);
        foreach (var layer in network.Parameters)
        {
            file.Write(layer.Layer);
            file.Write(layer.Arrays.Length);
            foreach (var array in layer.Arrays)
                Write(file, array);
        }
    });

    /// <exception cref="FileNotFoundException">The run left none.</exception>
    /// <exception cref="InvalidDataException">Not such a file, or a damaged one.</exception>
    public static ImmutableArray<LayerParameters> Read(string path)
    {
        using var file = new BinaryReader(File.OpenRead(path));
        try
        {
            if (file.ReadString() != Mark)
                throw new InvalidDataException($"Weights for the next run were expected in '{path}'; delete the file, and the runs that made them run again.");
            return [.. Repeat(file.ReadInt32(), () => new LayerParameters(file.ReadString(), [.. Repeat(file.ReadInt32(), () => ReadArray(file))]))];
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException($"The weights in '{path}' end too soon; delete the file, and the runs that made them run again.", error);
        }
    }

    private static void Write(BinaryWriter file, NamedArray array)
    {
        file.Write(array.Name);
        file.Write(array.Shape.Length);
        foreach (var size in array.Shape)
            file.Write(size);
        file.Write(MemoryMarshal.AsBytes(array.Values.AsSpan()));
    }

    private static NamedArray ReadArray(BinaryReader file)
    {
        var name = file.ReadString();
        var dimensions = file.ReadInt32();
        if (dimensions is < 0 or > MostDimensions)
            throw new InvalidDataException($"An array of weights has at most {MostDimensions} dimensions. Received: {dimensions}.");
        ImmutableArray<int> shape = [.. Repeat(dimensions, file.ReadInt32)];
        var bytes = shape.Aggregate((long)sizeof(float), (product, size) => product * size);
        if (bytes < 0 || bytes > file.BaseStream.Length - file.BaseStream.Position)
            throw new EndOfStreamException($"{name} needs {bytes} bytes");
        var values = new float[bytes / sizeof(float)];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new NamedArray(name, shape, values);
    }

    private static IEnumerable<T> Repeat<T>(int count, Func<T> read)
    {
        for (var i = 0; i < count; i++)
            yield return read();
    }
}
