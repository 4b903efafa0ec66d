using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Evaluation of regression models.</summary>
public sealed partial class RegressionCatalog : TrainCatalogBase
{
    internal RegressionCatalog(IHostEnvironment environment)
        : base(environment, nameof(RegressionCatalog))
    {
        Trainers = new RegressionTrainers(this);
    }

    /// <summary>The trainers.</summary>
    public RegressionTrainers Trainers { get; }

    /// <summary>The trainers; they are extension methods of this class.</summary>
    public sealed class RegressionTrainers : CatalogInstantiatorBase
    {
        internal RegressionTrainers(RegressionCatalog catalog)
            : base(catalog)
        {
        }
    }
}
