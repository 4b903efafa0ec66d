namespace Microsoft.ML.Runtime;

/// <summary>Progress of a context has no listener in the public API, so what is reported here ends here, as in ML.NET.</summary>
internal sealed class ProgressChannel(string name) : IProgressChannel
{
    internal string Name => name;

    public IProgressChannel StartProgressChannel(string name) => new ProgressChannel(name);

    public void SetHeader(ProgressHeader header, Action<IProgressEntry> fillAction)
    {
    }

    public void Checkpoint(params double?[] values)
    {
    }

    public void Dispose()
    {
    }
}
