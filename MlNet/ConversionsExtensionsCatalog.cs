using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Steps that change the type of a column.</summary>
public static partial class ConversionsExtensionsCatalog
{
    /// <summary>Converts numbers, text, truth values and times into each other.</summary>
    public static TypeConvertingEstimator ConvertType(
        this TransformsCatalog.ConversionTransforms catalog, string outputColumnName, string? inputColumnName = null, DataKind outputKind = DataKind.Single) =>
        catalog.ConvertType([new InputOutputColumnPair(outputColumnName, inputColumnName)], outputKind);

    /// <summary>As the other overload, for several columns.</summary>
    public static TypeConvertingEstimator ConvertType(
        this TransformsCatalog.ConversionTransforms catalog, InputOutputColumnPair[] columns, DataKind outputKind = DataKind.Single)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new TypeConvertingEstimator(catalog.Environment, InputOutputColumnPair.ToTuples(columns), outputKind);
    }

    /// <summary>Maps keys back to the values they stand for.</summary>
    public static KeyToValueMappingEstimator MapKeyToValue(
        this TransformsCatalog.ConversionTransforms catalog, string outputColumnName, string? inputColumnName = null) =>
        catalog.MapKeyToValue([new InputOutputColumnPair(outputColumnName, inputColumnName)]);

    /// <summary>As the other overload, for several columns.</summary>
    public static KeyToValueMappingEstimator MapKeyToValue(this TransformsCatalog.ConversionTransforms catalog, InputOutputColumnPair[] columns)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new KeyToValueMappingEstimator(catalog.Environment, InputOutputColumnPair.ToTuples(columns));
    }

    /// <summary>Maps values to keys 1 to n; values that were not seen when the map was made become missing.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The column of keys.</param>
    /// <param name="inputColumnName">Its source; null for the output column's own name.</param>
    /// <param name="maximumNumberOfKeys">How many values at most get a key. The default is 1,000,000.</param>
    /// <param name="keyOrdinality">Whether keys follow the order of first occurrence or of the values. The default is by occurrence.</param>
    /// <param name="addKeyValueAnnotationsAsText">Whether the annotation KeyValues is text whatever the type. The default is false.</param>
    /// <param name="keyData">A view with one column that lists the values in the order of their keys; null to learn them from the data.</param>
    public static ValueToKeyMappingEstimator MapValueToKey(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        string? inputColumnName = null,
        int maximumNumberOfKeys = 1000000,
        ValueToKeyMappingEstimator.KeyOrdinality keyOrdinality = ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence,
        bool addKeyValueAnnotationsAsText = false,
        IDataView? keyData = null) =>
        catalog.MapValueToKey(
            [new InputOutputColumnPair(outputColumnName, inputColumnName)], maximumNumberOfKeys, keyOrdinality, addKeyValueAnnotationsAsText, keyData);

    /// <summary>As the other overload, for several columns.</summary>
    public static ValueToKeyMappingEstimator MapValueToKey(
        this TransformsCatalog.ConversionTransforms catalog,
        InputOutputColumnPair[] columns,
        int maximumNumberOfKeys = 1000000,
        ValueToKeyMappingEstimator.KeyOrdinality keyOrdinality = ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence,
        bool addKeyValueAnnotationsAsText = false,
        IDataView? keyData = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumNumberOfKeys);
        return new ValueToKeyMappingEstimator(
            catalog.Environment, InputOutputColumnPair.ToTuples(columns), new TermSettings(maximumNumberOfKeys, keyOrdinality, addKeyValueAnnotationsAsText), keyData);
    }
}
