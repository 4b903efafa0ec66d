namespace Microsoft.ML.Data;

/// <summary>Paths with wildcards.</summary>
internal static class FilePatterns
{
    /// <summary>The files that a path names: itself, or, for wildcards, what is there, sorted. "..." in place of a folder means all folders below.</summary>
    internal static IEnumerable<string> Expand(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (File.Exists(path))
            return [path];
        return path.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(ExpandOne);
    }

    private static IEnumerable<string> ExpandOne(string path)
    {
        if (!path.Contains('*', StringComparison.Ordinal) && !path.Contains('?', StringComparison.Ordinal))
            return [path];
        var folder = Path.GetDirectoryName(path) ?? string.Empty;
        var option = SearchOption.TopDirectoryOnly;
        if (Path.GetFileName(folder) == "...")
        {
            folder = Path.GetDirectoryName(folder) ?? string.Empty;
            option = SearchOption.AllDirectories;
        }

        var root = folder.Length == 0 ? "." : folder;
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, Path.GetFileName(path), option).Order(StringComparer.Ordinal)
            : [];
    }
}
