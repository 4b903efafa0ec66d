namespace Microsoft.ML.Data;

/// <summary>Where a loader reads from: any number of streams, read one after another.</summary>
public interface IMultiStreamSource
{
    /// <summary>The number of streams.</summary>
    int Count { get; }

    /// <summary>The path behind a stream, or null.</summary>
    string? GetPathOrNull(int index);

    /// <summary>Opens a stream.</summary>
    Stream Open(int index);

    /// <summary>Opens a stream as text.</summary>
    TextReader OpenTextReader(int index);
}
