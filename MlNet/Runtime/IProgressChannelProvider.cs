namespace Microsoft.ML.Runtime;

/// <summary>Opens progress channels.</summary>
public interface IProgressChannelProvider
{
    /// <summary>Opens a channel that reports progress.</summary>
    IProgressChannel StartProgressChannel(string name);
}
