namespace Microsoft.ML.Data;

/// <summary>One file that lies in memory.</summary>
internal sealed class MemorySource(byte[] bytes, string name) : IMultiStreamSource
{
    public int Count => 1;

    public string? GetPathOrNull(int index) => name;

    public Stream Open(int index) => new MemoryStream(bytes, writable: false);

    public TextReader OpenTextReader(int index) => new StreamReader(Open(index));
}
