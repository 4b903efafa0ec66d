using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Display;

/// <summary>How far a download has come, as one line of text.</summary>
internal static class DownloadLine
{
    public static string Of(DownloadProgress progress)
    {
        var size = progress.Total is { } total ? $"{Figures.Bytes(progress.Received)} of {Figures.Bytes(total)}" : Figures.Bytes(progress.Received);
        var note = progress.Note is null ? "" : $" ({progress.Note})";
        return $"downloading {progress.File} ({progress.FileNumber} of {progress.FileCount}) from {progress.Address.Host}: {size}{note}";
    }
}
