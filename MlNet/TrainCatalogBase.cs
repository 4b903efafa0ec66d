using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>What the catalogs of learning tasks share.</summary>
public abstract partial class TrainCatalogBase
{
    private protected TrainCatalogBase(IHostEnvironment environment, string registrationName)
    {
        Environment = environment;
        Name = registrationName;
    }

    internal IHostEnvironment Environment { get; }

    private protected string Name { get; }

    /// <summary>The part of a catalog on which trainers hang as extension methods.</summary>
    public abstract class CatalogInstantiatorBase
    {
        private protected CatalogInstantiatorBase(TrainCatalogBase owner)
        {
            Owner = owner;
        }

        internal TrainCatalogBase Owner { get; }

        internal IHostEnvironment Environment => Owner.Environment;
    }
}
