namespace Microsoft.ML.Runtime;

/// <summary>What components live in: where they log, register and find others. An <see cref="MLContext"/> is one.</summary>
public interface IHostEnvironment : IChannelProvider, IProgressChannelProvider
{
    /// <summary>The assemblies in which components are looked for.</summary>
    ComponentCatalog ComponentCatalog { get; }

    /// <summary>A host for a component. Without a seed its generator is forked from this environment's, which so advances.</summary>
    IHost Register(string name, int? seed = null, bool? verbose = null);
}
