namespace Microsoft.ML.Runtime;

/// <summary>Takes the messages that end up in <see cref="MLContext.Log"/>.</summary>
public interface IChannel : IPipe<ChannelMessage>
{
    /// <summary>Says something of use to whoever debugs.</summary>
    void Trace(MessageSensitivity sensitivity, string fmt);

    /// <summary>Says something of use to whoever debugs.</summary>
    void Trace(MessageSensitivity sensitivity, string fmt, params object[] args);

    /// <summary>Says that something failed.</summary>
    void Error(MessageSensitivity sensitivity, string fmt);

    /// <summary>Says that something failed.</summary>
    void Error(MessageSensitivity sensitivity, string fmt, params object[] args);

    /// <summary>Says that something may be wrong.</summary>
    void Warning(MessageSensitivity sensitivity, string fmt);

    /// <summary>Says that something may be wrong.</summary>
    void Warning(MessageSensitivity sensitivity, string fmt, params object[] args);

    /// <summary>Says what goes on.</summary>
    void Info(MessageSensitivity sensitivity, string fmt);

    /// <summary>Says what goes on.</summary>
    void Info(MessageSensitivity sensitivity, string fmt, params object[] args);
}
