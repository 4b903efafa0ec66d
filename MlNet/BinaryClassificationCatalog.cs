using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Training and evaluation of binary classifiers.</summary>
public sealed partial class BinaryClassificationCatalog : TrainCatalogBase
{
    internal BinaryClassificationCatalog(IHostEnvironment environment)
        : base(environment, nameof(BinaryClassificationCatalog))
    {
        Trainers = new BinaryClassificationTrainers(this);
    }

    /// <summary>The trainers.</summary>
    public BinaryClassificationTrainers Trainers { get; }

    /// <summary>The same classifier with another threshold: rows with a greater score, or probability where it is held against that, are predicted to be true.</summary>
    public BinaryPredictionTransformer<TModel> ChangeModelThreshold<TModel>(BinaryPredictionTransformer<TModel> model, float threshold)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.WithThreshold(threshold);
    }

    /// <summary>The trainers; they are extension methods of this class.</summary>
    public sealed class BinaryClassificationTrainers : CatalogInstantiatorBase
    {
        internal BinaryClassificationTrainers(BinaryClassificationCatalog catalog)
            : base(catalog)
        {
        }
    }
}
