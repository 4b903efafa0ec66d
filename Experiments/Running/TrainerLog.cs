using Microsoft.ML;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// Passes on what ML.NET's trainers log. They know no cancellation, so a wish to stop is met where they next report: the report ends in
/// <see cref="OperationCanceledException"/>, which leaves the trainer as any of its own errors would.
/// </summary>
internal sealed class TrainerLog : IDisposable
{
    // Which of ML.NET's channels opens and closes is no news to anybody.
    private const string ChannelMessage = "Channel ";

    private readonly MLContext mlContext;
    private readonly IProgress<string> lines;
    private readonly CancellationToken cancellationToken;

    public TrainerLog(MLContext mlContext, IProgress<string> lines, CancellationToken cancellationToken)
    {
        this.mlContext = mlContext;
        this.lines = lines;
        this.cancellationToken = cancellationToken;
        mlContext.Log += Handle;
    }

    public void Dispose() => mlContext.Log -= Handle;

    private void Handle(object? sender, LoggingEventArgs log)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!log.RawMessage.StartsWith(ChannelMessage, StringComparison.Ordinal))
            lines.Report(log.RawMessage);
    }
}
