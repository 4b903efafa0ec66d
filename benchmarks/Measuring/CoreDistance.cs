using System.Diagnostics;

namespace MlNetFashion.Benchmarks;

/// <summary>
/// How long two threads take to hand a word to each other and back: some 50 ns where their cores share a cache, several times that where they do
/// not. A virtual machine's cores may be moved apart and together by its host, and whatever its threads share is then as slow as this.
/// </summary>
internal static class CoreDistance
{
    private const int Turns = 20_000;

    /// <summary>Nanoseconds there and back, the shortest of a few tries.</summary>
    public static double Measure() => Enumerable.Range(0, 3).Min(_ => Try());

    private static double Try()
    {
        var ball = new int[64]; // alone in its cache lines
        var other = new Thread(() => Play(ball, 1)) { IsBackground = true };
        other.Start();
        var began = Stopwatch.GetTimestamp();
        Play(ball, 0);
        var taken = Stopwatch.GetElapsedTime(began);
        other.Join();
        return taken.TotalNanoseconds / Turns;
    }

    /// <summary>Waits for every second number, and puts the next one in its place.</summary>
    private static void Play(int[] ball, int player)
    {
        for (var turn = player; turn < 2 * Turns; turn += 2)
        {
            while (Volatile.Read(ref ball[32]) != turn)
            {
            }

            Volatile.Write(ref ball[32], turn + 1);
        }
    }
}
