namespace MlNetFashion.Pipelines;

/// <summary>An address did not give a file: unreachable, cut, or other bytes than published.</summary>
internal sealed class DownloadException(string message, Exception? inner = null) : Exception(message, inner);
