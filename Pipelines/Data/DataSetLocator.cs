namespace MlNetFashion.Pipelines;

/// <summary>
/// Knows the folders in which data may lie. The repository is looked for upward from the current folder and from the program, so
/// that the program finds the same data wherever it is started.
/// </summary>
internal sealed class DataSetLocator
{
    /// <summary>Names a folder as <c>--data</c> does.</summary>
    public const string EnvironmentVariable = "MLNETFASHION_DATA";

    private const string RootMark = "MlNetFashion.sln";

    private readonly string? _environmentFolder;
    private readonly string _currentFolder;
    private readonly string _root;

    public DataSetLocator()
        : this(Environment.GetEnvironmentVariable(EnvironmentVariable), Environment.CurrentDirectory, AppContext.BaseDirectory)
    {
    }

    /// <param name="environmentFolder">The value of <see cref="EnvironmentVariable"/>; null or empty where it is not set.</param>
    /// <param name="currentFolder">Where the program was started.</param>
    /// <param name="programFolder">Where the program lies.</param>
    public DataSetLocator(string? environmentFolder, string currentFolder, string programFolder)
    {
        _environmentFolder = string.IsNullOrEmpty(environmentFolder) ? null : environmentFolder;
        _currentFolder = currentFolder;
        _root = FindRoot(currentFolder) ?? FindRoot(programFolder) ?? currentFolder;
    }

    /// <summary>Where downloads are kept: <c>data/</c> in the repository, or in the current folder where there is no repository.</summary>
    public string DataRoot => Path.Combine(_root, "data");

    /// <summary>The folders that are tried when none is named.</summary>
    public IReadOnlyList<string> Candidates => [DataRoot, Path.GetFullPath(Path.Combine(_root, "..", "shared", "datasets"))];

    /// <summary>The folder that has the data set, or null where none has.</summary>
    /// <param name="folder">The folder the user named, if any: it must hold the files.</param>
    /// <param name="dataSet">What to look for.</param>
    /// <exception cref="FileNotFoundException">A folder named by the user or the environment lacks a file.</exception>
    public DataFolder? Find(string? folder, PublishedDataSet dataSet)
    {
        if (folder is not null)
            return Require(folder, "the data folder", dataSet);
        if (_environmentFolder is not null)
            return Require(_environmentFolder, $"the data folder in the environment variable {EnvironmentVariable}", dataSet);

        foreach (var candidate in Candidates)
        {
            if (DataFolder.Find(Path.Combine(candidate, dataSet.FolderName), dataSet) is { } own)
                return own;

            // Files that lie directly in a common folder could be anything with these names: they count as the main data set only.
            if (dataSet == PublishedDataSet.FashionMnist && DataFolder.Find(candidate, dataSet) is { } direct)
                return direct;
        }

        return null;
    }

    private DataFolder Require(string folder, string what, PublishedDataSet dataSet)
    {
        var full = Path.GetFullPath(folder, _currentFolder);
        var own = Path.Combine(full, dataSet.FolderName);
        return DataFolder.Find(own, dataSet) ?? DataFolder.Find(full, dataSet) ?? throw new FileNotFoundException(
            $"{dataSet.Name} is not in {what}, '{full}': expected {dataSet.Files[0].GzipName} and its three companions (or {dataSet.CsvPrefix}_train.csv and "
            + $"{dataSet.CsvPrefix}_test.csv) there or in its sub-folder {dataSet.FolderName}, {DataFolder.Missing(Directory.Exists(own) ? own : full, dataSet)}; "
            + "name another folder, or none to search the usual places.");
    }

    private static string? FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, RootMark)))
                return folder.FullName;
        }

        return null;
    }
}
