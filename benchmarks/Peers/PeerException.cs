namespace MlNetFashion.Benchmarks;

/// <summary>A peer cannot be started, or refused what it was asked; the message is one sentence.</summary>
internal sealed class PeerException : Exception
{
    public PeerException(string message)
        : base(message)
    {
    }

    public PeerException()
    {
    }

    public PeerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
