using MlNetFashion.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>
/// Compares what a person reads with a stored copy in Snapshots/. With the environment variable UPDATE_SNAPSHOTS set to 1 the copy is
/// written instead, to be looked at before it is committed.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string fileName, string text)
    {
        var path = Path.Combine(SharedFiles.RepositoryRoot, "tests", "Evaluation.Tests", "Snapshots", fileName);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"The snapshot {fileName} is missing; run the tests with UPDATE_SNAPSHOTS=1 and look at it.");
        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }
}
