namespace Microsoft.ML.Runtime;

/// <summary>Reports how far a long piece of work has come.</summary>
public interface IProgressChannel : IProgressChannelProvider, IDisposable
{
    /// <summary>Says what is reported, and how to fetch it at any moment.</summary>
    void SetHeader(ProgressHeader header, Action<IProgressEntry> fillAction);

    /// <summary>Reports metrics, then progress in each unit.</summary>
    void Checkpoint(params double?[] values);
}
