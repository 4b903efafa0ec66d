namespace MlNetFashion.Experiments.Commands;

/// <summary>What the process says to the shell when it ends.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Refused: an option, a name, a file or a folder was not as expected; the sentence is on standard error.</summary>
    public const int Refused = 2;

    /// <summary>Stopped by Ctrl-C: 128 + SIGINT, as shells count.</summary>
    public const int Interrupted = 130;
}
