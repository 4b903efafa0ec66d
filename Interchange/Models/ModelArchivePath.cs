namespace MlNetFashion.Interchange.Models;

/// <summary>What an entry of a model archive may be called.</summary>
public static class ModelArchivePath
{
    /// <summary>The name of a component's block in its folder.</summary>
    public const string BlockName = "Model.key";

    // A saved chain of chains is a few folders deep; a loader descends once for each.
    private const int DeepestPath = 32;
    private const int LongestPath = 1024;

    /// <summary>A folder and a name below it, joined with '/'; the folder is "" for the root.</summary>
    public static string Combine(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>What is wrong with an entry's name, as the end of a sentence; null for a plain relative path.</summary>
    internal static string? FaultOf(string path)
    {
        if (path.Length is 0 or > LongestPath)
            return $"a name has 1 to {LongestPath} characters";
        if (path.Any(c => char.IsControl(c) || c is ':' or '\\'))
            return "a name has no control characters, colons or backslashes";
        var parts = path.Split('/');
        if (parts.Length > DeepestPath)
            return $"at most {DeepestPath} folders lie inside each other";
        return parts.Any(part => part is "" or "." or "..") ? "it leads out of the archive or names no file" : null;
    }
}
