using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Support;

/// <summary>
/// Compares text with a stored file in Snapshots/. Where they differ the text received is written beside it as .received, to be looked at
/// and, if right, renamed.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string name, string text)
    {
        var path = Path.Combine(SharedFiles.RepositoryRoot, "tests", "Experiments.Tests", "Snapshots", name);
        var received = Path.ChangeExtension(path, ".received");
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected != text)
            File.WriteAllText(received, text);
        else
            File.Delete(received);
        Assert.Equal(expected, text);
    }
}
