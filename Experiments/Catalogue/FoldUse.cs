namespace MlNetFashion.Experiments.Catalogue;

/// <summary>What the images that a fold holds back are for.</summary>
internal enum FoldUse
{
    /// <summary>They validate while training; the test images judge.</summary>
    Validates,

    /// <summary>They judge; the test images are not touched.</summary>
    Judges,
}
