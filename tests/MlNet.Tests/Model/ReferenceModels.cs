using System.IO.Compression;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Model;

/// <summary>The model archives that genuine ML.NET wrote.</summary>
internal static class ReferenceModels
{
    internal static string Require(string name) => SharedFiles.Require($"mlnet-reference/models/{name}");

    internal static Dictionary<string, byte[]> Entries(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        });
    }
}
