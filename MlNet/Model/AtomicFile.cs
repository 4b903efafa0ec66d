namespace Microsoft.ML.Model;

/// <summary>Files that are whole or not there: written aside, then renamed.</summary>
internal static class AtomicFile
{
    internal static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        var aside = $"{full}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                write(stream);
            File.Move(aside, full, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
