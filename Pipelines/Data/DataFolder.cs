using System.Collections.Immutable;

namespace MlNetFashion.Pipelines;

/// <summary>The files of one data set in one folder: four IDX files, each gzipped or plain, or Kaggle's two CSV files.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Files">Full paths: training images, training labels, test images, test labels; or the training and the test CSV.</param>
/// <param name="IsCsv">Which of the two.</param>
internal sealed record DataFolder(string Path, ImmutableArray<string> Files, bool IsCsv)
{
    /// <summary>Looks into <paramref name="folder"/>; null where a file is missing.</summary>
    public static DataFolder? Find(string folder, PublishedDataSet dataSet)
    {
        var idx = dataSet.Files.Select(file => FindIdx(folder, file)).ToImmutableArray();
        if (idx.All(path => path is not null))
            return new DataFolder(folder, idx!, IsCsv: false);

        ImmutableArray<string> csv = [CsvPath(folder, dataSet, "train"), CsvPath(folder, dataSet, "test")];
        return csv.All(File.Exists) ? new DataFolder(folder, csv, IsCsv: true) : null;
    }

    /// <summary>What is missing in a folder that <see cref="Find"/> did not take, in words.</summary>
    public static string Missing(string folder, PublishedDataSet dataSet)
    {
        if (!Directory.Exists(folder))
            return "but there is no such folder";

        var missing = dataSet.Files.Where(file => FindIdx(folder, file) is null).Select(file => file.GzipName).ToArray();
        if (missing.Length < dataSet.Files.Length)
            return $"received only a part of them: {string.Join(" and ", missing)} {(missing.Length == 1 ? "is" : "are")} missing";

        string[] csv = [CsvPath(folder, dataSet, "train"), CsvPath(folder, dataSet, "test")];
        return Array.Find(csv, path => !File.Exists(path)) is { } absent && csv.Any(File.Exists)
            ? $"received only a part of them: {System.IO.Path.GetFileName(absent)} is missing"
            : "received a folder without any of them";
    }

    private static string CsvPath(string folder, PublishedDataSet dataSet, string part) =>
        System.IO.Path.Combine(folder, $"{dataSet.CsvPrefix}_{part}.csv");

    /// <summary>The gzipped file before the plain one; the plain one also with the dot that some archives put before "idx".</summary>
    private static string? FindIdx(string folder, PublishedFile file)
    {
        string[] names = [file.GzipName, file.Name, file.Name.Replace("-idx", ".idx", StringComparison.Ordinal)];
        return names.Select(name => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
