namespace MlNetFashion.Experiments.Running;

/// <summary>Where a command's data may come from.</summary>
internal sealed record DataRequest
{
    /// <summary>An existing folder, or null to search the usual places and then download.</summary>
    public string? Folder { get; init; }

    public bool UseSketch { get; init; }

    public bool AllowDownload { get; init; } = true;

    /// <summary>Whether sketch data stands in for Fashion-MNIST where that is not to be had.</summary>
    public bool AllowSketch { get; init; } = true;

    /// <summary>Sketch images to draw for training and testing; null leaves both to the data set's defaults.</summary>
    public (int Train, int Test)? SketchSize { get; init; }
}
