using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>The weights that the next run of a chain begins with, kept beside the run folders until it is done.</summary>
/// <param name="resultsFolder">The folder of all runs.</param>
internal sealed class ChainWeights(string resultsFolder)
{
    private readonly string folder = Path.Combine(resultsFolder, ".weights");
    private readonly Lock gate = new();

    public bool Has(string signature) => File.Exists(PathOf(signature));

    public void Keep(string signature, Network network)
    {
        // Another run may be about to delete the folder, which is empty.
        lock (gate)
            WeightsFile.Write(PathOf(signature), network);
    }

    /// <summary>The weights kept.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public ImmutableArray<LayerParameters> Read(string signature) => WeightsFile.Read(PathOf(signature));

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

    private string PathOf(string signature) => Path.Combine(folder, signature + ".weights");
}
