namespace MlNetFashion.Pipelines;

/// <summary>How far the download of one file has come.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Address">Where it comes from.</param>
/// <param name="FileNumber">Which of the files this is, counted from 1.</param>
/// <param name="FileCount">How many files there are to fetch.</param>
/// <param name="Received">Bytes that have arrived, those of an earlier, cut download included.</param>
/// <param name="Total">Bytes of the whole file; null where the server does not say.</param>
/// <param name="Note">What happened ("resumed at 1,048,576 bytes", "trying the second address: ..."); null while bytes merely arrive.</param>
public sealed record DownloadProgress(
    string File, Uri Address, int FileNumber, int FileCount, long Received, long? Total, string? Note = null);
