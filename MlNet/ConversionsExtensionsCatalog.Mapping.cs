using Microsoft.ML.Transforms;

namespace Microsoft.ML;

public static partial class ConversionsExtensionsCatalog
{
    /// <summary>Maps values to others; what is not in the table becomes missing, or 0, or empty text.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The column of mapped values.</param>
    /// <param name="keyValuePairs">The table; no key stands in it twice.</param>
    /// <param name="inputColumnName">Its source; null for the output column's own name.</param>
    /// <param name="treatValuesAsKeyType">Whether the mapped values are a key column: unsigned numbers as they are, others numbered by their first occurrence.</param>
    /// <exception cref="InvalidOperationException">A key stands in the table twice, or a type is not one that columns can have.</exception>
    public static ValueMappingEstimator<TInputType, TOutputType> MapValue<TInputType, TOutputType>(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        IEnumerable<KeyValuePair<TInputType, TOutputType>> keyValuePairs,
        string? inputColumnName = null,
        bool treatValuesAsKeyType = false)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new ValueMappingEstimator<TInputType, TOutputType>(
            catalog.Environment, MappingTable.Of(keyValuePairs, treatValuesAsKeyType), (outputColumnName, inputColumnName ?? outputColumnName));
    }

    /// <summary>Maps values to vectors.</summary>
    /// <exception cref="InvalidOperationException">A key stands in the table twice, or a type is not one that columns can have.</exception>
    public static ValueMappingEstimator<TInputType, TOutputType> MapValue<TInputType, TOutputType>(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        IEnumerable<KeyValuePair<TInputType, TOutputType[]>> keyValuePairs,
        string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new ValueMappingEstimator<TInputType, TOutputType>(
            catalog.Environment, MappingTable.Of(keyValuePairs), (outputColumnName, inputColumnName ?? outputColumnName));
    }

    /// <summary>Maps values to others, as two columns of a view say.</summary>
    /// <exception cref="InvalidOperationException">A key stands in the table twice.</exception>
    public static ValueMappingEstimator MapValue(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        IDataView lookupMap,
        DataViewSchema.Column keyColumn,
        DataViewSchema.Column valueColumn,
        string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new ValueMappingEstimator(
            catalog.Environment, lookupMap, keyColumn.Name, valueColumn.Name, (outputColumnName, inputColumnName ?? outputColumnName));
    }
}
