namespace Microsoft.ML.Data;

/// <summary>A chain whatever the type of its last step.</summary>
internal interface ITransformerChain
{
    ITransformer[] Transformers { get; }

    TransformerScope[] Scopes { get; }

    IDataView Transform(IDataView input, TransformerScope scope);
}
