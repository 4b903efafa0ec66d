using System.Diagnostics;
using System.Text.Json;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Architecture.Tests;

/// <summary>What stands behind Microsoft.ML in each of the three builds. Only evaluated: the packages need not be reachable.</summary>
public class MlNetSwitchTests
{
    private static readonly Dictionary<string, string> RealPackages = new()
    {
        ["Microsoft.ML"] = "5.0.0",
        ["Microsoft.ML.FastTree"] = "5.0.0",
        ["Microsoft.ML.ImageAnalytics"] = "5.0.0",
        ["Microsoft.ML.OnnxTransformer"] = "5.0.0",
        ["Microsoft.ML.TensorFlow"] = "5.0.0",
        ["Microsoft.ML.Vision"] = "5.0.0",
        ["Microsoft.Data.Analysis"] = "0.23.0",
        ["SciSharp.TensorFlow.Redist"] = "2.16.0",
    };

    [Fact]
    public void The_default_build_uses_our_room_and_none_of_the_packages()
    {
        Assert.Contains(Items("ProjectReference"), name => name.EndsWith("MlNet.csproj", StringComparison.Ordinal));
        Assert.Empty(Items("PackageReference").Intersect(RealPackages.Keys));
    }

    [Fact]
    public void The_nuget_build_uses_the_pinned_packages_and_not_our_room()
    {
        Assert.DoesNotContain(Items("ProjectReference", "-p:MlNet=nuget"), name => name.EndsWith("MlNet.csproj", StringComparison.Ordinal));
        Assert.Empty(RealPackages.Keys.Except(Items("PackageReference", "-p:MlNet=nuget")));

        var pinned = Evaluate("PackageVersion", "-p:MlNet=nuget").ToDictionary(
            item => item.GetProperty("Identity").GetString()!, item => item.GetProperty("Version").GetString()!);
        Assert.All(RealPackages, package => Assert.Equal(package.Value, pinned[package.Key]));
    }

    [Fact]
    public void A_folder_of_assemblies_takes_the_place_of_both()
    {
        var folder = Directory.CreateTempSubdirectory("mlnet-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "Microsoft.ML.Data.dll"), []);
            var path = "-p:MlNetPath=" + folder;

            Assert.DoesNotContain(Items("ProjectReference", path), name => name.EndsWith("MlNet.csproj", StringComparison.Ordinal));
            Assert.Empty(Items("PackageReference", path).Intersect(RealPackages.Keys));
            Assert.Contains(Items("Reference", path), name => name == Path.Combine(folder, "Microsoft.ML.Data.dll"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Items(string type, params string[] properties) =>
        [.. Evaluate(type, properties).Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'))];

    private static JsonElement[] Evaluate(string type, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = SharedFiles.RepositoryRoot };
        foreach (var argument in (string[])["msbuild", "Pipelines/Pipelines.csproj", "-nologo", "-getItem:" + type, .. properties])
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty(type).EnumerateArray()];
    }
}
