namespace Microsoft.ML.Runtime;

/// <summary>Where a context's channels and hosts deliver messages and share what belongs to the whole context.</summary>
internal sealed class LogSink(Action<string, ChannelMessage> receive)
{
    internal ComponentCatalog ComponentCatalog { get; } = new();

    internal void Receive(string source, ChannelMessage message) => receive(source, message);
}
