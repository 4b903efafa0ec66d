using System.Collections.Frozen;
using System.Reflection;
using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Model;

/// <summary>Every component that can be loaded, by the loader's name in its block. Components register in their own files with <see cref="LoadableAttribute"/>.</summary>
internal static class ComponentLoaders
{
    private static readonly Lazy<FrozenDictionary<string, Func<ModelLoadContext, object>>> All = new(Collect);

    internal static IEnumerable<string> Names => All.Value.Keys;

    /// <exception cref="InvalidDataException">Nobody knows the loader; the sentence says what can be read.</exception>
    internal static Func<ModelLoadContext, object> Find(ModelBlockHeader header, string source)
    {
        if (All.Value.TryGetValue(header.Loader, out var load))
            return load;
        if (header.AlternativeLoader.Length > 0 && All.Value.TryGetValue(header.AlternativeLoader, out load))
            return load;
        throw new InvalidDataException(
            $"'{source}' holds the component '{header.Signature}' (loader '{header.Loader}' of {header.AssemblyName.Split(',')[0]}), which cannot be read here; "
            + $"what can be read: {string.Join(", ", All.Value.Keys.Order(StringComparer.Ordinal))}.");
    }

    private static FrozenDictionary<string, Func<ModelLoadContext, object>> Collect()
    {
        var loaders = new Dictionary<string, Func<ModelLoadContext, object>>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in typeof(ComponentLoaders).Assembly.GetTypes())
        {
            foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                foreach (var attribute in method.GetCustomAttributes<LoadableAttribute>())
                    loaders.Add(attribute.Loader, method.CreateDelegate<Func<ModelLoadContext, object>>());
            }
        }

        return loaders.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
