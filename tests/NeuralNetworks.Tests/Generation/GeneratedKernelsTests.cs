using MlNetFashion.Tests.Support;

namespace MlNetFashion.NeuralNetworks.Tests.Generation;

/// <summary>
/// The generated kernels in the repository are what their generators write. After changing a generator, run these tests once with the
/// environment variable MLNETFASHION_WRITE_GENERATED set to 1, which writes the files anew.
/// </summary>
public class GeneratedKernelsTests
{
    [Fact]
    public void Micro_kernels_are_what_the_generator_writes() => Compare("MicroKernels.g.cs", MicroKernelGenerator.Generate());

    [Fact]
    public void Direct_convolution_is_what_the_generator_writes() => Compare("DirectConvolutionKernels.g.cs", DirectConvolutionGenerator.Generate());

    [Fact]
    public void Winograd_transforms_are_what_the_generator_writes() => Compare("WinogradLines.g.cs", WinogradGenerator.Generate());

    private static void Compare(string file, string expected)
    {
        var path = Path.Combine(SharedFiles.RepositoryRoot, "NeuralNetworks", "Kernels", "Generated", file);
        if (Environment.GetEnvironmentVariable("MLNETFASHION_WRITE_GENERATED") == "1")
            File.WriteAllText(path, expected);
        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
