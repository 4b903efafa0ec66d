using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Api;

public class PublicSurfaceTests
{
    [SkippableFact]
    public void Every_public_signature_is_one_of_ML_NETs()
    {
        var folder = SharedFiles.Require("mlnet-reference/api");
        var known = Directory.EnumerateFiles(folder, "*.txt").SelectMany(File.ReadLines).ToHashSet(StringComparer.Ordinal);

        var lines = SignatureLines.Of(typeof(Microsoft.ML.MLContext).Assembly);

        Assert.NotEmpty(lines);
        var invented = lines.Where(line => !known.Contains(line)).ToArray();
        Assert.True(invented.Length == 0, $"{invented.Length} of {lines.Count} public signatures are not ML.NET's:\n{string.Join('\n', invented)}");
    }

    [SkippableFact]
    public void Options_have_ML_NETs_defaults()
    {
        var folder = SharedFiles.Require("mlnet-reference/api");
        var known = Directory.EnumerateFiles(folder, "*.defaults.txt").SelectMany(File.ReadLines).ToHashSet(StringComparer.Ordinal);

        var wrong = DefaultLines.Of(typeof(Microsoft.ML.MLContext).Assembly).Where(line => !known.Contains(line)).ToArray();

        Assert.True(wrong.Length == 0, $"Defaults that are not ML.NET's:\n{string.Join('\n', wrong)}");
    }
}
