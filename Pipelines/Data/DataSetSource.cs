namespace MlNetFashion.Pipelines;

/// <summary>Brings a data set into memory: found, else downloaded, else (for Fashion-MNIST) drawn.</summary>
internal static class DataSetSource
{
    /// <exception cref="FileNotFoundException">A named folder lacks the files, or nothing has them and no sketch may stand in.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; one sentence.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static LoadedImages Load(
        PublishedDataSet dataSet, DataSetOptions options, DataSetLocator? locator = null, Func<Downloader>? downloader = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SketchTrainCount, 1, "DataSetOptions.SketchTrainCount");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SketchTestCount, 1, "DataSetOptions.SketchTestCount");
        if (options.UseSketch && options.Folder is not null)
            throw new ArgumentException("Either a data folder or the sketch data can be asked for, not both.", nameof(options));
        var canSketch = dataSet == PublishedDataSet.FashionMnist;
        if (options.UseSketch)
        {
            return canSketch
                ? SketchData.Load(options, notice: null)
                : throw new ArgumentException($"There is sketch data for {PublishedDataSet.FashionMnist.Name} only. Received: {dataSet.Name}.", nameof(options));
        }

        locator ??= new DataSetLocator();
        if (locator.Find(options.Folder, dataSet) is { } found)
            return DataFolderReader.Read(found, dataSet, options.CancellationToken);

        var why = "downloading was not allowed";
        var target = Path.Combine(locator.DataRoot, dataSet.FolderName);
        if (options.AllowDownload)
        {
            if (Download(dataSet, target, options, downloader ?? (() => new Downloader())) is not { } fault)
                return DataFolderReader.Read(DataFolder.Find(target, dataSet)!, dataSet, options.CancellationToken);
            why = fault;
        }

        var looked = $"{dataSet.Name} was not found in {string.Join(" or ", locator.Candidates)}, and {why}";
        if (canSketch && options.AllowSketch)
            return SketchData.Load(options, $"{looked}. The built-in sketch data stands in for it: its figures say nothing about {dataSet.Name}.");
        throw new FileNotFoundException($"{looked}; name the folder that holds {dataSet.Files[0].GzipName} and its companions.");
    }

    /// <summary>Null when all files are there afterwards, else why not.</summary>
    private static string? Download(PublishedDataSet dataSet, string target, DataSetOptions options, Func<Downloader> create)
    {
        try
        {
            using var downloader = create();
            // On the pool, so that a caller with a synchronisation context of its own is not waited for by its own continuation.
            Task.Run(
                () => downloader.FetchAsync(dataSet.Files, dataSet.Addresses, target, options.Progress, options.CancellationToken),
                options.CancellationToken).GetAwaiter().GetResult();
            return null;
        }
        catch (DownloadException fault)
        {
            return fault.Message;
        }
    }
}
