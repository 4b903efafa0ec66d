using MlNetFashion.Interchange.Models;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Interchange.Tests;

/// <summary>The models that ML.NET itself wrote.</summary>
internal static class ReferenceModels
{
    private const string Folder = "mlnet-reference/models";

    /// <summary>Their names, or one empty name where the reference files are not here, so that the test shows as skipped.</summary>
    public static IEnumerable<object[]> Names()
    {
        if (SharedFiles.Find(Folder) is not { } folder)
            return [[""]];
        return Directory.EnumerateFiles(folder, "*.zip").Order(StringComparer.Ordinal).Select(path => new object[] { Path.GetFileNameWithoutExtension(path) });
    }

    public static byte[] Bytes(string name) => File.ReadAllBytes(SharedFiles.Require($"{Folder}/{name}.zip"));

    public static ModelArchiveReader Open(string name) => ModelArchiveReader.Open(new MemoryStream(Bytes(name)));
}
