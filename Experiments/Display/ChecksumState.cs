using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Display;

/// <summary>Whether a data set is the published one, in words.</summary>
internal static class ChecksumState
{
    public static string Of(ImageDataSet data) =>
        data.IsSketch ? "drawn by the program"
        : data.IsPublished ? "checksums as published"
        : "NOT the published files";
}
