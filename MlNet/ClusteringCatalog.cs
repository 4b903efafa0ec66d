using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Training and evaluation of clustering models.</summary>
public sealed partial class ClusteringCatalog : TrainCatalogBase
{
    internal ClusteringCatalog(IHostEnvironment environment)
        : base(environment, nameof(ClusteringCatalog))
    {
        Trainers = new ClusteringTrainers(this);
    }

    /// <summary>The trainers.</summary>
    public ClusteringTrainers Trainers { get; }

    /// <summary>The trainers; they are extension methods of this class.</summary>
    public sealed class ClusteringTrainers : CatalogInstantiatorBase
    {
        internal ClusteringTrainers(ClusteringCatalog catalog)
            : base(catalog)
        {
        }
    }
}
