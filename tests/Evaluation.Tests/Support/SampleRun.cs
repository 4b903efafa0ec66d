namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>A made-up run: ten epochs that overfit, and 2,000 predictions that confuse shirts with their neighbours.</summary>
internal static class SampleRun
{
    public static readonly string[] Names =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    public static IReadOnlyList<EpochRecord> History { get; } =
    [
        .. Enumerable.Range(1, 10).Select(epoch => new EpochRecord(
            epoch,
            0.62 * Math.Pow(epoch, -0.72), 1 - 0.22 * Math.Pow(epoch, -0.62),
            0.47 * Math.Pow(epoch, -0.4) + 0.004 * Math.Max(0, epoch - 6) * (epoch - 6), 0.915 - 0.07 / epoch - 0.001 * Math.Max(0, epoch - 7),
            0.001, 3.25 + epoch % 3 * 0.125)),
    ];

    /// <summary>Scores by a small congruential generator, so that they are the same on every machine and with every .NET.</summary>
    public static Predictions Predictions { get; } = MakePredictions(2000);

    public static ConfusionCounts Confusion => ConfusionCounts.From(Predictions.Actual, Predictions.Predicted, Names.Length);

    private static Predictions MakePredictions(int count)
    {
        uint state = 12345;
        var actual = new int[count];
        var scores = new float[count * 10];
        for (var row = 0; row < count; row++)
        {
            actual[row] = row % 10;
            var weights = new int[10];
            var sum = 0;
            for (var k = 0; k < 10; k++)
            {
                weights[k] = Next(12) + (k == actual[row] ? 200 + Next(300) : 0) + (AreAlike(k, actual[row]) ? Next(330) : 0);
                sum += weights[k];
            }

            for (var k = 0; k < 10; k++)
                scores[row * 10 + k] = weights[k] / (float)sum;
        }

        return Predictions.From(actual, scores, 10);

        int Next(int below)
        {
            state = unchecked(state * 1664525 + 1013904223);
            return (int)((ulong)state * (uint)below >> 32);
        }
    }

    private static bool AreAlike(int a, int b) =>
        a != b && ((IsUpperWear(a) && IsUpperWear(b)) || (IsShoe(a) && IsShoe(b)));

    private static bool IsUpperWear(int k) => k is 0 or 2 or 4 or 6;

    private static bool IsShoe(int k) => k is 7 or 9;
}
