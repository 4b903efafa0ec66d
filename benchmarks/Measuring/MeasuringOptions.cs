namespace MlNetFashion.Benchmarks;

/// <summary>How long to measure, and on how many threads.</summary>
/// <param name="Rounds">Alternations.</param>
/// <param name="Seconds">Time of each side in a round, about; 0 where a round is a fixed piece of work.</param>
/// <param name="Threads">Threads of each side.</param>
internal sealed record MeasuringOptions(int Rounds, double Seconds, int Threads);
