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

    /// <summary>Pictures of 28 by 28: a slope that differs from one to the next.</summary>
    public static GreyImages Images { get; } = new(
        [.. Enumerable.Range(0, 2000 * 784).Select(i => (byte)(i % 28 * 9 + i / 784 % 5))], 28, 28);

    public static RunSupplement Supplement { get; } = new()
    {
        TrainAccuracy = 0.9312,
        Sections =
        [
            new ReportSection(
                "first-layer", "What the first layer sees", "Each filter is stretched from its least to its greatest weight.",
                [ImageSheet.Draw("first-filters", "Filters", Images, [(0, "1"), (1, "2")], FigureCaption.None)])
            {
                Pictures = [new PixelPicture("first-filters", Images, [0, 1])],
            },
        ],
    };

    public static RunDescription Describe(bool sketch = false) => new()
    {
        Experiment = "safaei/cnn_1",
        Command = "dotnet run --project Experiments -- experiment safaei/cnn_1 --seed 1",
        Seed = 1,
        Started = new DateTimeOffset(2026, 11, 21, 9, 14, 3, TimeSpan.FromHours(1)),
        DataSet = new DataSetDescription("fashion-mnist", "data/fashion-mnist", "md5:8d4fb7e6", sketch, 48000, 12000, 2000),
        Options = new Dictionary<string, string> { ["epochs"] = "10", ["batch-size"] = "32" },
        Durations = [new("training", TimeSpan.FromSeconds(38.2)), new("evaluation", TimeSpan.FromSeconds(61.125))],
        Reported = new ReportedResult(0.9181, "Safaei"),
        Model = new ModelSummary("cnn_1", [new("conv2d", "Conv2D", "(None, 28, 28, 32)", 320), new("dense", "Dense", "(None, 100)", 627300)], 627620),
        Versions = [new("MlNetFashion", "0.1.0")],
        Processor = "a processor",
    };

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
