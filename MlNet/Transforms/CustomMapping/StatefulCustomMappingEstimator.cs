using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Adds columns that the caller's own code computes, with a state that goes along from row to row.</summary>
public sealed class StatefulCustomMappingEstimator<TSrc, TDst, TState> : TrivialEstimator<StatefulCustomMappingTransformer<TSrc, TDst, TState>>
    where TSrc : class, new()
    where TDst : class, new()
    where TState : class, new()
{
    internal StatefulCustomMappingEstimator(IHostEnvironment environment, Action<TSrc, TDst, TState> mapAction, Action<TState> initialize, string? contractName)
        : base(
            environment.Register("StatefulCustomMappingEstimator"),
            new StatefulCustomMappingTransformer<TSrc, TDst, TState>(environment, mapAction, initialize, contractName))
    {
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) =>
        CustomMappingColumns.Check(inputSchema, Transformer.InputDefinition).With(SchemaShape.Create(Transformer.AddedSchema));
}
