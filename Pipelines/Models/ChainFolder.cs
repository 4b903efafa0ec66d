using MlNetFashion.Interchange.Models;

namespace MlNetFashion.Pipelines.Models;

/// <summary>A TransformerChain in the making: hands out the folders of its steps, then writes its own block.</summary>
internal sealed class ChainFolder(ModelArchiveWriter archive, string folder)
{
    // A step's scope: training, testing and scoring.
    private const int Everything = 7;

    private int _steps;

    public ModelArchiveWriter Archive => archive;

    /// <summary>The folder of the next step.</summary>
    public string Next() => ModelArchivePath.Combine(folder, FormattableString.Invariant($"Transform_{_steps++:000}"));

    public void Close()
    {
        var block = new ModelBlockWriter(new("XF CHAIN", 0x00010001, 0x00010001, "TransformerChain", MlNetAssemblies.Data));
        block.WriteInt32(_steps);
        for (var step = 0; step < _steps; step++)
            block.WriteInt32(Everything);
        archive.Add(folder, block);
    }
}
