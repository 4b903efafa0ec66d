namespace MlNetFashion.Pipelines;

/// <summary>How patient a <see cref="Downloader"/> is.</summary>
internal sealed record DownloaderSettings
{
    /// <summary>For the first answer of each address, name look-up included. The default value is 2.5 s.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>Between two pieces, and for an answer once any address has answered. The default value is 15 s.</summary>
    public TimeSpan StallTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the addresses of a file are gone through. The default value is 3.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Between two rounds. The default value is 0.5 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(0.5);
}
