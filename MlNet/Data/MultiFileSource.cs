namespace Microsoft.ML.Data;

/// <summary>Files, read one after another. Names may hold wildcards; several may be joined by '+'.</summary>
public sealed class MultiFileSource : IMultiStreamSource
{
    private readonly string[] _paths;

    /// <summary>The files of these paths; they are opened only when they are read.</summary>
    public MultiFileSource(params string[]? paths)
    {
        _paths = [.. (paths ?? []).SelectMany(FilePatterns.Expand)];
    }

    /// <inheritdoc/>
    public int Count => _paths.Length;

    /// <inheritdoc/>
    public string GetPathOrNull(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _paths.Length);
        return _paths[index];
    }

    /// <inheritdoc/>
    public Stream Open(int index) => new FileStream(GetPathOrNull(index), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);

    /// <inheritdoc/>
    public TextReader OpenTextReader(int index) => new StreamReader(Open(index));
}
