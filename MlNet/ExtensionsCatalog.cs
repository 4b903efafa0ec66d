using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Steps for missing values.</summary>
public static class ExtensionsCatalog
{
    /// <summary>Tells which numbers are missing.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The column of truth values.</param>
    /// <param name="inputColumnName">Its source; null for the output column's own name.</param>
    public static MissingValueIndicatorEstimator IndicateMissingValues(this TransformsCatalog catalog, string outputColumnName, string? inputColumnName = null) =>
        catalog.IndicateMissingValues([new InputOutputColumnPair(outputColumnName, inputColumnName)]);

    /// <summary>As the other overload, for several columns.</summary>
    public static MissingValueIndicatorEstimator IndicateMissingValues(this TransformsCatalog catalog, InputOutputColumnPair[] columns)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new MissingValueIndicatorEstimator(catalog.Environment, InputOutputColumnPair.ToTuples(columns));
    }

    /// <summary>Replaces missing numbers.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The column without missing values.</param>
    /// <param name="inputColumnName">Its source; null for the output column's own name.</param>
    /// <param name="replacementMode">What stands in for what is missing. The default is 0.</param>
    /// <param name="imputeBySlot">Whether each slot of a vector has a stand-in of its own. The default is true.</param>
    public static MissingValueReplacingEstimator ReplaceMissingValues(
        this TransformsCatalog catalog,
        string outputColumnName,
        string? inputColumnName = null,
        MissingValueReplacingEstimator.ReplacementMode replacementMode = MissingValueReplacingEstimator.ReplacementMode.DefaultValue,
        bool imputeBySlot = true) =>
        catalog.ReplaceMissingValues([new InputOutputColumnPair(outputColumnName, inputColumnName)], replacementMode, imputeBySlot);

    /// <summary>As the other overload, for several columns.</summary>
    public static MissingValueReplacingEstimator ReplaceMissingValues(
        this TransformsCatalog catalog,
        InputOutputColumnPair[] columns,
        MissingValueReplacingEstimator.ReplacementMode replacementMode = MissingValueReplacingEstimator.ReplacementMode.DefaultValue,
        bool imputeBySlot = true)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new MissingValueReplacingEstimator(catalog.Environment, InputOutputColumnPair.ToTuples(columns), replacementMode, imputeBySlot);
    }
}
