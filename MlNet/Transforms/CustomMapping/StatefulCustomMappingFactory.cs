using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Gives a loaded model its stateful mapping; the class carries <see cref="CustomMappingFactoryAttributeAttribute"/>.</summary>
public abstract class StatefulCustomMappingFactory<TSrc, TDst, TState> : ICustomMappingFactory
    where TSrc : class, new()
    where TDst : class, new()
    where TState : class, new()
{
    /// <summary>Made by the model's loader.</summary>
    protected StatefulCustomMappingFactory()
    {
    }

    /// <summary>The mapping: reads the first object, fills the second, keeps what it needs in the third.</summary>
    public abstract Action<TSrc, TDst, TState> GetMapping();

    /// <summary>What makes a new state ready for the first row.</summary>
    public abstract Action<TState> GetStateInitAction();

    ITransformer ICustomMappingFactory.CreateTransformer(IHostEnvironment environment, string contractName) =>
        new StatefulCustomMappingTransformer<TSrc, TDst, TState>(environment, GetMapping(), GetStateInitAction(), contractName);
}
