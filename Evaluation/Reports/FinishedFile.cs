using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>A file that is complete or absent: written under a hidden name beside its place, and renamed over an older one.</summary>
public static class FinishedFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text in UTF-8 without a mark.</summary>
    /// <returns>The path.</returns>
    /// <exception cref="IOException">It cannot be written; an older file is as it was.</exception>
    public static string Write(string path, string text) => Write(path, stream => stream.Write(Utf8.GetBytes(text)));

    /// <summary>Writes a file; its folder is made if it is not there.</summary>
    /// <returns>The path.</returns>
    /// <exception cref="IOException">It cannot be written; an older file is as it was.</exception>
    public static string Write(string path, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, $".unfinished-{Guid.NewGuid():N}");
        try
        {
            using (var stream = new FileStream(aside, FileMode.CreateNew))
                write(stream);
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }

        return path;
    }
}
