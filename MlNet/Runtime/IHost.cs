namespace Microsoft.ML.Runtime;

/// <summary>The environment of one component, with random numbers of its own.</summary>
public interface IHost : IHostEnvironment
{
    /// <summary>The component's random numbers.</summary>
    Random Rand { get; }
}
