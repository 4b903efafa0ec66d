using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>The weights that a warm-started fold leaves to the next, so that an interrupted run goes on: names, shapes and values, layer by layer.</summary>
internal static class FoldWeights
{
    private const string Mark = "MlNetFashion weights 1";
    private const int MostDimensions = 8;

    public static string PathOf(string folder, int fold) => Path.Combine(folder, $"fold-{fold.ToString("D3", CultureInfo.InvariantCulture)}.weights");

    public static void Write(string path, Network network)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = path + ".unfinished";
        try
        {
            using (var file = new BinaryWriter(File.Create(aside)))
            {
                file.Write(Mark);
                file.Write(network.Parameters.Length);
                foreach (var layer in network.Parameters)
                {
                    file.Write(layer.Layer);
                    file.Write(layer.Arrays.Length);
                    foreach (var array in layer.Arrays)
                        Write(file, array);
                }
            }

            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <exception cref="FileNotFoundException">The fold left none.</exception>
    /// <exception cref="InvalidDataException">Not such a file, or a damaged one.</exception>
    public static ImmutableArray<LayerParameters> Read(string path)
    {
        using var file = new BinaryReader(File.OpenRead(path));
        try
        {
            if (file.ReadString() != Mark)
                throw new InvalidDataException($"The weights of a fold were expected in '{path}'; delete the folder, and its folds run again.");
            var layers = ImmutableArray.CreateBuilder<LayerParameters>();
            for (var left = file.ReadInt32(); left > 0; left--)
            {
                var name = file.ReadString();
                var arrays = ImmutableArray.CreateBuilder<NamedArray>();
                for (var more = file.ReadInt32(); more > 0; more--)
                    arrays.Add(ReadArray(file));
                layers.Add(new LayerParameters(name, arrays.ToImmutable()));
            }

            return layers.ToImmutable();
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException($"The weights of a fold in '{path}' end too soon; delete the folder, and its folds run again.", error);
        }
    }

    private static void Write(BinaryWriter file, NamedArray array)
    {
        file.Write(array.Name);
        file.Write(array.Shape.Length);
        foreach (var size in array.Shape)
            file.Write(size);
        file.Write(MemoryMarshal.AsBytes<float>(array.Values));
    }

    private static NamedArray ReadArray(BinaryReader file)
    {
        var name = file.ReadString();
        var dimensions = file.ReadInt32();
        if (dimensions is < 0 or > MostDimensions)
            throw new InvalidDataException($"An array of a fold's weights has at most {MostDimensions} dimensions. Received: {dimensions}.");
        ImmutableArray<int> shape = [.. Enumerable.Range(0, dimensions).Select(_ => file.ReadInt32())];
        var bytes = shape.Aggregate((long)sizeof(float), (product, size) => product * size);
        if (bytes < 0 || bytes > file.BaseStream.Length - file.BaseStream.Position)
            throw new EndOfStreamException($"{name} needs {bytes} bytes");
        var values = new float[bytes / sizeof(float)];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new NamedArray(name, shape, values);
    }
}
