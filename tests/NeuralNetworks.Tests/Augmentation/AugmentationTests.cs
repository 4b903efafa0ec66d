namespace MlNetFashion.NeuralNetworks.Tests;

/// <summary>Impossible settings are refused in a sentence.</summary>
public class AugmentationTests
{
    public static TheoryData<Augmentation, string> Impossible => new()
    {
        { new Augmentation { RotationRange = -1 }, "Augmentation expects RotationRange to be between 0 and 360 degrees. Received: -1." },
        { new Augmentation { WidthShiftRange = double.NaN }, "Augmentation expects WidthShiftRange to be zero or positive. Received: NaN." },
        { new Augmentation { ShearRange = 90 }, "Augmentation expects ShearRange to be at least 0 and below 90 degrees. Received: 90." },
        { new Augmentation { ZoomRange = 1 }, "Augmentation expects ZoomRange to run from a factor above 0 to one no smaller. Received: 0..2." },
        { new Augmentation { BrightnessRange = new FactorRange(1.2, 0.8) }, "Augmentation expects BrightnessRange to run from a factor of at least 0 to one no smaller. Received: 1.2..0.8." },
        { new Augmentation { RandomErasing = new RandomErasing { Probability = 1.5 } }, "Augmentation expects RandomErasing.Probability to be between 0 and 1. Received: 1.5." },
        { new Augmentation { LargestValue = 0 }, "Augmentation expects LargestValue to be above SmallestValue. Received: 0." },
        { new Augmentation { MixupAlpha = -0.1 }, "Augmentation expects MixupAlpha to be between 0 and 1000. Received: -0.1." },
    };

    [Theory, MemberData(nameof(Impossible))]
    public void Impossible_settings_are_refused(Augmentation augmentation, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<ArgumentException>(augmentation.Validate).Message);

    [Fact]
    public void Everything_at_once_is_possible() => new Augmentation
    {
        RotationRange = 360, WidthShiftRange = 0.5, HeightShiftRange = 3, ShearRange = 30, ZoomRange = 0.5, FillMode = FillMode.Wrap, HorizontalFlip = true,
        ContrastRange = 1, BrightnessRange = 1, RandomCropPadding = 4, RandomErasing = new RandomErasing(), MixupAlpha = 0.2,
    }.Validate();

    [Fact]
    public void A_number_is_a_range_about_one() => Assert.Equal(new FactorRange(0.75, 1.25), (FactorRange)0.25);
}
