using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>A message of a context's components.</summary>
public class LoggingEventArgs : EventArgs
{
    /// <summary>A message without kind and source.</summary>
    public LoggingEventArgs(string message)
    {
        Message = message;
        RawMessage = message;
        Source = string.Empty;
    }

    /// <summary>A message of a kind from a source.</summary>
    public LoggingEventArgs(string message, ChannelMessageKind kind, string source)
    {
        RawMessage = message;
        Kind = kind;
        Source = source;
        Message = $"[Source={source}, Kind={kind}] {message}";
    }

    /// <summary>The text with kind and source in front.</summary>
    public string Message { get; }

    /// <summary>How much it matters.</summary>
    public ChannelMessageKind Kind { get; }

    /// <summary>The component it came from.</summary>
    public string Source { get; }

    /// <summary>The bare text.</summary>
    public string RawMessage { get; }
}
