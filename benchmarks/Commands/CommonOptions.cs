using System.Globalization;

namespace MlNetFashion.Benchmarks;

/// <summary>Refuses impossible values of options that several commands have.</summary>
internal static class CommonOptions
{
    public static int Rounds(int rounds) => rounds >= 1 ? rounds : throw new ArgumentException($"--rounds expects at least 1. Received: {rounds}.");

    public static double Seconds(double seconds) => seconds is > 0 and <= 3600
        ? seconds
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"--seconds expects a number above 0. Received: {seconds}."));

    /// <summary>The number of threads an option means: itself, or one a processor for 0.</summary>
    public static int Threads(int threads) => threads >= 0
        ? threads == 0 ? Environment.ProcessorCount : threads
        : throw new ArgumentException($"--threads expects 0 or more. Received: {threads}.");
}
