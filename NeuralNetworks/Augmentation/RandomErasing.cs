namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Random erasing (Zhong et al. 2017, "Random Erasing Data Augmentation"): a rectangle of random size and place is overwritten.
/// Defaults are torchvision's.
/// </summary>
public sealed record RandomErasing
{
    /// <summary>Share of the images that lose a rectangle. The default value is 0.5.</summary>
    public double Probability { get; init; } = 0.5;

    /// <summary>Smallest area of the rectangle as a share of the image. The default value is 0.02.</summary>
    public double SmallestArea { get; init; } = 0.02;

    /// <summary>Largest area of the rectangle as a share of the image. The default value is 0.33.</summary>
    public double LargestArea { get; init; } = 0.33;

    /// <summary>Smallest ratio of height to width; the largest is its inverse. The default value is 0.3.</summary>
    public double SmallestRatio { get; init; } = 0.3;

    /// <summary>What is written. The default value is 0.</summary>
    public double Value { get; init; }

    internal void Validate()
    {
        Augmentation.Require(Probability is >= 0 and <= 1, nameof(RandomErasing) + "." + nameof(Probability), "between 0 and 1", Probability);
        Augmentation.Require(SmallestArea is > 0 and <= 1, nameof(RandomErasing) + "." + nameof(SmallestArea), "above 0 and at most 1", SmallestArea);
        Augmentation.Require(LargestArea >= SmallestArea && LargestArea <= 1, nameof(RandomErasing) + "." + nameof(LargestArea),
            "between SmallestArea and 1", LargestArea);
        Augmentation.Require(SmallestRatio is > 0 and <= 1, nameof(RandomErasing) + "." + nameof(SmallestRatio), "above 0 and at most 1", SmallestRatio);
        Augmentation.Require(double.IsFinite(Value), nameof(RandomErasing) + "." + nameof(Value), "a finite number", Value);
    }
}
