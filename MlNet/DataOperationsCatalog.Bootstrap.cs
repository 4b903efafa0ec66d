using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    /// <summary>A bootstrap sample: every row a random number of times, once on average, in the order of the data.</summary>
    /// <param name="input">The view.</param>
    /// <param name="seed">The seed; null for one that follows from the context's.</param>
    /// <param name="complement">Whether the rows that the sample leaves out are wanted instead.</param>
    public IDataView BootstrapSample(IDataView input, int? seed = null, bool complement = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        var host = Environment.Register("BootstrapSample");
        return new BootstrapView(input, seed ?? ((TauswortheHybrid)host.Rand).NextSigned(), complement);
    }
}
