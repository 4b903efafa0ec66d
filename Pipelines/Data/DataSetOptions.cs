namespace MlNetFashion.Pipelines;

/// <summary>Where a data set may come from. The defaults look everywhere, download, and fall back on the built-in sketch data.</summary>
public sealed record DataSetOptions
{
    /// <summary>
    /// The folder that holds the files, or a sub-folder <c>fashion-mnist</c> or <c>mnist</c> of it. A folder named here must hold
    /// them: nothing else is tried. The default value is null: the folder in the environment variable MLNETFASHION_DATA (which must
    /// hold them too), <c>data/</c> in the repository, <c>../shared/datasets</c> beside it, then a download.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Whether the published files may be fetched into <c>data/</c> when no folder holds them. The default value is true.</summary>
    public bool AllowDownload { get; init; } = true;

    /// <summary>
    /// Whether the built-in sketch data stands in for Fashion-MNIST when it is neither found nor downloaded. The default value is
    /// true; when false that is a <see cref="FileNotFoundException"/>.
    /// </summary>
    public bool AllowSketch { get; init; } = true;

    /// <summary>Whether to use the sketch data without looking for the real data. The default value is false.</summary>
    public bool UseSketch { get; init; }

    /// <summary>Training images of the sketch data. The default value is 12,000.</summary>
    public int SketchTrainCount { get; init; } = 12_000;

    /// <summary>Test images of the sketch data. The default value is 2,000.</summary>
    public int SketchTestCount { get; init; } = 2_000;

    /// <summary>The seed of the sketch data. The default value is 1.</summary>
    public int SketchSeed { get; init; } = 1;

    /// <summary>Told how far a download has come. The default value is null.</summary>
    public IProgress<DownloadProgress>? Progress { get; init; }

    /// <summary>Stops a download; what has arrived stays as a .part file and is taken up again next time.</summary>
    public CancellationToken CancellationToken { get; init; }
}
