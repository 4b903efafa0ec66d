using System.Reflection;

namespace Microsoft.ML.Runtime;

/// <summary>The assemblies in which a loaded model finds components that others wrote, such as custom mappings.</summary>
public sealed class ComponentCatalog
{
    private readonly Lock _gate = new();
    private readonly List<Assembly> _assemblies = [];

    internal ComponentCatalog()
    {
    }

    /// <summary>Makes the components of an assembly known.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="throwOnError">Whether types that cannot be loaded are an error.</param>
    public void RegisterAssembly(Assembly assembly, bool throwOnError = true)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        if (throwOnError)
            _ = assembly.GetTypes();
        lock (_gate)
        {
            if (!_assemblies.Contains(assembly))
                _assemblies.Add(assembly);
        }
    }

    internal Assembly[] Assemblies
    {
        get
        {
            lock (_gate)
                return [.. _assemblies];
        }
    }
}
