using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Maps values to others, as pairs say.</summary>
public sealed class ValueMappingEstimator<TKey, TValue> : ValueMappingEstimator
{
    internal ValueMappingEstimator(IHostEnvironment environment, IDataView lookup, (string Output, string Input) column)
        : base(environment, lookup, MappingTable.KeyColumn, MappingTable.ValueColumn, column)
    {
    }
}
