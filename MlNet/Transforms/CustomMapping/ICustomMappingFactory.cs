using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>A factory of custom mappings whatever their classes.</summary>
internal interface ICustomMappingFactory
{
    ITransformer CreateTransformer(IHostEnvironment environment, string contractName);
}
