using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Learns the normalising function of one column.</summary>
internal abstract class NormalizerLearner
{
    internal static NormalizerLearner Create(DataViewType type, NormalizerSettings settings)
    {
        var item = type is VectorDataViewType vector ? vector.ItemType : type;
        if (type is VectorDataViewType { IsKnownSize: false } || !(item.Equals(NumberDataViewType.Single) || item.Equals(NumberDataViewType.Double)))
        {
            throw new ArgumentOutOfRangeException(
                "srcType", $"Wrong column type for input column. Expected: Single, Double, Vector of Single or Vector of Double. Got: {type}.");
        }

        return (item.RawType == typeof(float), settings.Kind) switch
        {
            (true, NormalizerKind.MinMax) => new MinMaxLearner<float>(type, settings.FixZero),
            (false, NormalizerKind.MinMax) => new MinMaxLearner<double>(type, settings.FixZero),
            (true, var kind) => new MeanVarianceLearner<float>(type, settings.FixZero, kind == NormalizerKind.MeanVarianceCdf),
            (false, var kind) => new MeanVarianceLearner<double>(type, settings.FixZero, kind == NormalizerKind.MeanVarianceCdf),
        };
    }

    internal abstract void Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Takes in the row that the bound cursor stands on.</summary>
    internal abstract void Learn();

    internal abstract NormalizerFunction Finish();
}
