using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Random changes to the training images, new ones every epoch. Ranges have the names and meanings of Keras's
/// <c>ImageDataGenerator</c>; everything is off unless set. What an image undergoes depends on the seed, the epoch and the image alone.
/// </summary>
/// <remarks>Order: rotation, shift, shear and zoom as one bilinear map; flips; crop; contrast; brightness; erasing; mixup.</remarks>
public sealed record Augmentation
{
    /// <summary>Largest turn in degrees, either way. The default value is 0.</summary>
    public double RotationRange { get; init; }

    /// <summary>Largest shift along the width, either way: a share of the width below 1, pixels from 1 on. The default value is 0.</summary>
    public double WidthShiftRange { get; init; }

    /// <summary>Largest shift along the height, either way: a share of the height below 1, pixels from 1 on. The default value is 0.</summary>
    public double HeightShiftRange { get; init; }

    /// <summary>Largest shear angle in degrees, either way. The default value is 0.</summary>
    public double ShearRange { get; init; }

    /// <summary>
    /// Factor between pixels of the result and pixels of the image, drawn for height and width independently; below 1 enlarges. A number z
    /// stands for 1 - z to 1 + z. The default value is null: no zoom.
    /// </summary>
    public FactorRange? ZoomRange { get; init; }

    /// <summary>What lies beyond the border under the four changes above. The default value is <see cref="FillMode.Nearest"/>.</summary>
    public FillMode FillMode { get; init; } = FillMode.Nearest;

    /// <summary>Value beyond the border with <see cref="FillMode.Constant"/> and around a cropped image. The default value is 0.</summary>
    public double FillValue { get; init; }

    /// <summary>Whether every other image, at random, is mirrored left to right. The default value is false.</summary>
    public bool HorizontalFlip { get; init; }

    /// <summary>Whether every other image, at random, is mirrored top to bottom. The default value is false.</summary>
    public bool VerticalFlip { get; init; }

    /// <summary>
    /// Pixels of <see cref="FillValue"/> put around the image before a window of its own size is cut out at random. The default value is 0.
    /// </summary>
    public int RandomCropPadding { get; init; }

    /// <summary>Factor on each channel's distance from its mean (Keras's <c>RandomContrast</c>). The default value is null: unchanged.</summary>
    public FactorRange? ContrastRange { get; init; }

    /// <summary>Factor on every value. The default value is null: unchanged.</summary>
    public FactorRange? BrightnessRange { get; init; }

    /// <summary>Smallest value that a change of brightness or contrast leaves. The default value is 0.</summary>
    public double SmallestValue { get; init; }

    /// <summary>Largest value that a change of brightness or contrast leaves. The default value is 1.</summary>
    public double LargestValue { get; init; } = 1;

    /// <summary>Overwrites a random rectangle. The default value is null: nothing is erased.</summary>
    public RandomErasing? RandomErasing { get; init; }

    /// <summary>
    /// Alpha of mixup (Zhang et al. 2018): pairs of images and their targets are blended with a share drawn from Beta(alpha, alpha).
    /// The default value is 0: no mixup.
    /// </summary>
    public double MixupAlpha { get; init; }

    /// <summary>Whether rotation, shift, shear or zoom is asked for.</summary>
    internal bool MovesPixels =>
        RotationRange != 0 || WidthShiftRange != 0 || HeightShiftRange != 0 || ShearRange != 0 || ZoomRange is { } zoom && zoom != new FactorRange(1, 1);

    /// <summary>Whether anything is asked for that happens to one image alone.</summary>
    internal bool ChangesImages => this != new Augmentation { FillMode = FillMode, FillValue = FillValue, MixupAlpha = MixupAlpha };

    /// <summary>Refuses impossible settings before any work is done.</summary>
    internal void Validate()
    {
        Require(RotationRange is >= 0 and <= 360, nameof(RotationRange), "between 0 and 360 degrees", RotationRange);
        Require(WidthShiftRange is >= 0 and <= 65536, nameof(WidthShiftRange), "zero or positive", WidthShiftRange);
        Require(HeightShiftRange is >= 0 and <= 65536, nameof(HeightShiftRange), "zero or positive", HeightShiftRange);
        Require(ShearRange is >= 0 and < 90, nameof(ShearRange), "at least 0 and below 90 degrees", ShearRange);
        RequireRange(ZoomRange, nameof(ZoomRange), mayBeZero: false);
        RequireRange(ContrastRange, nameof(ContrastRange), mayBeZero: true);
        RequireRange(BrightnessRange, nameof(BrightnessRange), mayBeZero: true);
        Require(Enum.IsDefined(FillMode), nameof(FillMode), "Nearest, Constant, Reflect or Wrap", (int)FillMode);
        Require(double.IsFinite(FillValue), nameof(FillValue), "a finite number", FillValue);
        Require(RandomCropPadding is >= 0 and <= 65536, nameof(RandomCropPadding), "zero or positive", RandomCropPadding);
        Require(double.IsFinite(SmallestValue), nameof(SmallestValue), "a finite number", SmallestValue);
        Require(LargestValue > SmallestValue && double.IsFinite(LargestValue), nameof(LargestValue), "above SmallestValue", LargestValue);
        Require(MixupAlpha is >= 0 and <= 1000, nameof(MixupAlpha), "between 0 and 1000", MixupAlpha);
        RandomErasing?.Validate();
    }

    internal static void Require(bool condition, string option, string expected, double received)
    {
        if (!condition)
            throw new ArgumentException($"Augmentation expects {option} to be {expected}. Received: {received.ToString(CultureInfo.InvariantCulture)}.");
    }

    private static void RequireRange(FactorRange? range, string option, bool mayBeZero)
    {
        if (range is not { } given)
            return;
        var lowest = mayBeZero ? given.Lower >= 0 : given.Lower > 0;
        if (!lowest || !(given.Upper >= given.Lower) || !double.IsFinite(given.Upper))
        {
            throw new ArgumentException(
                $"Augmentation expects {option} to run from {(mayBeZero ? "a factor of at least 0" : "a factor above 0")} to one no smaller. Received: {given}.");
        }
    }
}
