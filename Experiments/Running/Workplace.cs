namespace MlNetFashion.Experiments.Running;

/// <summary>The folders for data and results, the same wherever in the repository a command is started.</summary>
internal sealed record Workplace(string Root)
{
    private const string Landmark = "MlNetFashion.sln";

    public string DataFolder => Path.Combine(Root, "data");

    public string ResultsFolder => Path.Combine(Root, "results");

    /// <summary>The committed results of the five reports.</summary>
    public string ReferenceFolder => Path.Combine(ResultsFolder, "reference");

    /// <summary>The repository around the current folder, else the one around the program, else the current folder itself.</summary>
    public static Workplace Find(string currentDirectory, string programDirectory) =>
        new(RepositoryAround(currentDirectory) ?? RepositoryAround(programDirectory) ?? currentDirectory);

    /// <summary>The path as a reader at <paramref name="currentDirectory"/> would type it, where that is shorter.</summary>
    public static string Shorten(string path, string currentDirectory)
    {
        var relative = Path.GetRelativePath(currentDirectory, path);
        return relative.Length < path.Length ? relative : path;
    }

    private static string? RepositoryAround(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Landmark)))
                return folder.FullName;
        }

        return null;
    }
}
