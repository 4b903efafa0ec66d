using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Trainers;

/// <summary>L-BFGS goes as far as ML.NET's did on the same images, and ends where it ended.</summary>
public sealed partial class LbfgsReferenceTests
{
    // ML.NET itself needs a sixth more or less when its sums are added in another order.
    private const double IterationTolerance = 0.2;
    private const double LossTolerance = 1e-3;

    [SkippableTheory]
    [InlineData("lbfgs-1thread", 1, 1)]
    [InlineData("lbfgs-byvalue", 0, 1)]
    [InlineData("lbfgs-l1-0-l2-0.1", 0, 0.1f)]
    public void Training_ends_as_MLNETs_did(string name, float l1, float l2)
    {
        Match recorded = Progress().Match(File.ReadAllText(SharedFiles.Require($"mlnet-reference/models/{name}.json")));
        var mlContext = new MLContext(1);
        int iterations = 0;
        double loss = double.NaN;
        mlContext.Log += (_, entry) =>
        {
            if (Iteration().Match(entry.RawMessage) is { Success: true } match)
            {
                iterations++;
                loss = Number(match);
            }
        };
        var images = FashionImages.Train(6000);
        var pipeline = mlContext.Transforms.NormalizeMinMax("Features", "Pixels")
            .Append(mlContext.Transforms.Conversion.MapValueToKey("Label"))
            .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
                new LbfgsMaximumEntropyMulticlassTrainer.Options { L1Regularization = l1, L2Regularization = l2 }));
        pipeline.Fit(images);

        double expected = double.Parse(recorded.Groups["iterations"].ValueSpan, CultureInfo.InvariantCulture);
        Assert.InRange(iterations / expected, 1 - IterationTolerance, 1 + IterationTolerance);
        Assert.InRange(loss / Number(recorded), 1 - LossTolerance, 1 + LossTolerance);
    }

    private static double Number(Match match) => double.Parse(match.Groups["loss"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"iterations=(?<iterations>\d+), gradients= \| Loss=(?<loss>[0-9.E+-]+)")]
    private static partial Regex Progress();

    [GeneratedRegex(@"LBFGS iteration \d+: loss (?<loss>[0-9.E+-]+),")]
    private static partial Regex Iteration();
}
