using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Commands;

/// <summary>Turns the exceptions that a user can cause into one sentence; any other is a fault of the program and is not hidden.</summary>
internal static class RefusalSentence
{
    private const int NoSpaceLeft = 28;             // ENOSPC
    private const int DiskFull = unchecked((int)0x80070070);

    public static string? Of(Exception exception) => exception switch
    {
        IOException full when full.HResult is DiskFull or NoSpaceLeft => $"The disk is full: {OneLine(full.Message)} Free some space, or give another folder.",
        ArgumentException argument => OneLine(WithoutParameterName(argument)),
        TrainingDivergedException diverged => OneLine(diverged.Message),
        InvalidDataException or IOException or UnauthorizedAccessException or FormatException => OneLine(exception.Message),
        _ => null,
    };

    private static string WithoutParameterName(ArgumentException exception)
    {
        var suffix = exception.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return suffix < 0 ? exception.Message : exception.Message[..suffix];
    }

    private static string OneLine(string message) => string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
