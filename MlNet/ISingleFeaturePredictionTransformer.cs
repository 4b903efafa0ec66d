using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>A transformer that scores one feature column with a model.</summary>
public interface ISingleFeaturePredictionTransformer<out TModel> : IPredictionTransformer<TModel>
    where TModel : class
{
    /// <summary>The name of the feature column.</summary>
    string FeatureColumnName { get; }

    /// <summary>The type of the feature column.</summary>
    DataViewType FeatureColumnType { get; }
}
