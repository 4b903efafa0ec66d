using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Loading, saving, filtering and splitting data.</summary>
public sealed partial class DataOperationsCatalog
{
    internal DataOperationsCatalog(IHostEnvironment environment)
    {
        Environment = environment;
    }

    internal IHostEnvironment Environment { get; }
}
