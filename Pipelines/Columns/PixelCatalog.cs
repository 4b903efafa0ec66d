using Microsoft.ML;
using Microsoft.ML.Transforms;

namespace MlNetFashion.Pipelines;

/// <summary>Steps for pixel columns and class labels, on ML.NET's catalogs.</summary>
public static class PixelCatalog
{
    /// <summary>Divides the pixels by 255 (see <see cref="PixelNormalizingEstimator"/>).</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The new column, Vector&lt;Single&gt; from 0 to 1.</param>
    /// <param name="inputColumnName">The pixels, Vector&lt;Single&gt; from 0 to 255; null for the same name.</param>
    public static PixelNormalizingEstimator NormalizePixels(
        this TransformsCatalog catalog, string outputColumnName, string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new PixelNormalizingEstimator(catalog.NormalizeMinMax(outputColumnName, inputColumnName), inputColumnName ?? outputColumnName);
    }

    /// <summary>
    /// Turns class names into keys whose order is that of <paramref name="classNames"/> (ML.NET's MapValueToKey alone would number them
    /// by their first appearance), so that score i belongs to class i. Any other label becomes the missing key.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The new column, Key&lt;UInt32&gt;.</param>
    /// <param name="classNames">In the order of the class numbers.</param>
    /// <param name="inputColumnName">The names, text; null for the same name.</param>
    public static ValueToKeyMappingEstimator MapLabelToKey(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        IReadOnlyList<string> classNames,
        string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(classNames);
        return catalog.MapValueToKey(
            outputColumnName, inputColumnName, keyData: new ClassNameView(inputColumnName ?? outputColumnName, [.. classNames]));
    }
}
