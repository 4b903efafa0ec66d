using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace Microsoft.ML;

/// <summary>Steps for images.</summary>
public static class ImageEstimatorsCatalog
{
    /// <summary>Reads the images that a column of text names.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The column of images.</param>
    /// <param name="imageFolder">The folder that the names are relative to; null for none.</param>
    /// <param name="inputColumnName">The column of names; null for the output column's own name.</param>
    public static ImageLoadingEstimator LoadImages(this TransformsCatalog catalog, string outputColumnName, string? imageFolder, string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new ImageLoadingEstimator(catalog.Environment, imageFolder, asImage: true, (outputColumnName, inputColumnName ?? outputColumnName));
    }

    /// <summary>Reads the files that a column of text names, as bytes.</summary>
    public static ImageLoadingEstimator LoadRawImageBytes(this TransformsCatalog catalog, string outputColumnName, string? imageFolder, string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new ImageLoadingEstimator(catalog.Environment, imageFolder, asImage: false, (outputColumnName, inputColumnName ?? outputColumnName));
    }

    /// <summary>Makes images grey: 0.3 red + 0.59 green + 0.11 blue.</summary>
    public static ImageGrayscalingEstimator ConvertToGrayscale(this TransformsCatalog catalog, string outputColumnName, string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new ImageGrayscalingEstimator(catalog.Environment, (outputColumnName, inputColumnName ?? outputColumnName));
    }

    /// <summary>Scales images to one size.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The column of scaled images.</param>
    /// <param name="imageWidth">The width in pixels.</param>
    /// <param name="imageHeight">The height in pixels.</param>
    /// <param name="inputColumnName">Its source; null for the output column's own name.</param>
    /// <param name="resizing">Whether images of another shape are cropped (the default), padded or stretched.</param>
    /// <param name="cropAnchor">Which part is kept when they are cropped. The default is the centre.</param>
    public static ImageResizingEstimator ResizeImages(
        this TransformsCatalog catalog,
        string outputColumnName,
        int imageWidth,
        int imageHeight,
        string? inputColumnName = null,
        ImageResizingEstimator.ResizingKind resizing = ImageResizingEstimator.ResizingKind.IsoCrop,
        ImageResizingEstimator.Anchor cropAnchor = ImageResizingEstimator.Anchor.Center)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new ImageResizingEstimator(
            catalog.Environment, (outputColumnName, inputColumnName ?? outputColumnName), new ResizingSettings(imageWidth, imageHeight, resizing, cropAnchor));
    }

    /// <summary>Makes vectors of images of one size.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The column of vectors.</param>
    /// <param name="inputColumnName">Its source; null for the output column's own name.</param>
    /// <param name="colorsToExtract">The colours that are wanted. The default is red, green and blue.</param>
    /// <param name="orderOfExtraction">Their order. The default is alpha, red, green, blue.</param>
    /// <param name="interleavePixelColors">Whether a pixel's colours stand together rather than one plane a colour.</param>
    /// <param name="offsetImage">What is subtracted from each value, 0 to 255. The default is 0.</param>
    /// <param name="scaleImage">What the difference is multiplied with. The default is 1.</param>
    /// <param name="outputAsFloatArray">Whether the vectors are of Single rather than of Byte. The default is true.</param>
    public static ImagePixelExtractingEstimator ExtractPixels(
        this TransformsCatalog catalog,
        string outputColumnName,
        string? inputColumnName = null,
        ImagePixelExtractingEstimator.ColorBits colorsToExtract = ImagePixelExtractingEstimator.ColorBits.Rgb,
        ImagePixelExtractingEstimator.ColorsOrder orderOfExtraction = ImagePixelExtractingEstimator.ColorsOrder.ARGB,
        bool interleavePixelColors = false,
        float offsetImage = 0,
        float scaleImage = 1,
        bool outputAsFloatArray = true)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new ImagePixelExtractingEstimator(
            catalog.Environment,
            (outputColumnName, inputColumnName ?? outputColumnName),
            new PixelLayout(
                colorsToExtract, orderOfExtraction, interleavePixelColors, outputAsFloatArray ? offsetImage : 0, outputAsFloatArray ? scaleImage : 1),
            outputAsFloatArray);
    }

    /// <summary>Makes images of vectors.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="imageHeight">The height in pixels.</param>
    /// <param name="imageWidth">The width in pixels.</param>
    /// <param name="outputColumnName">The column of images.</param>
    /// <param name="inputColumnName">Its source; null for the output column's own name.</param>
    /// <param name="colorsPresent">The colours that the vectors hold. The default is red, green and blue.</param>
    /// <param name="orderOfColors">Their order. The default is alpha, red, green, blue.</param>
    /// <param name="interleavedColors">Whether a pixel's colours stand together rather than one plane a colour.</param>
    /// <param name="scaleImage">What each value is multiplied with. The default is 1.</param>
    /// <param name="offsetImage">What is subtracted from the product. The default is 0.</param>
    /// <param name="defaultAlpha">Alpha where the vectors hold none.</param>
    /// <param name="defaultRed">Red where the vectors hold none.</param>
    /// <param name="defaultGreen">Green where the vectors hold none.</param>
    /// <param name="defaultBlue">Blue where the vectors hold none.</param>
    public static VectorToImageConvertingEstimator ConvertToImage(
        this TransformsCatalog catalog,
        int imageHeight,
        int imageWidth,
        string outputColumnName,
        string? inputColumnName = null,
        ImagePixelExtractingEstimator.ColorBits colorsPresent = ImagePixelExtractingEstimator.ColorBits.Rgb,
        ImagePixelExtractingEstimator.ColorsOrder orderOfColors = ImagePixelExtractingEstimator.ColorsOrder.ARGB,
        bool interleavedColors = false,
        float scaleImage = 1,
        float offsetImage = 0,
        int defaultAlpha = 255,
        int defaultRed = 0,
        int defaultGreen = 0,
        int defaultBlue = 0)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new VectorToImageConvertingEstimator(
            catalog.Environment,
            (outputColumnName, inputColumnName ?? outputColumnName),
            new ImageDataViewType(imageHeight, imageWidth),
            new PixelLayout(colorsPresent, orderOfColors, interleavedColors, offsetImage, scaleImage),
            new DefaultColours(defaultAlpha, defaultRed, defaultGreen, defaultBlue));
    }
}
