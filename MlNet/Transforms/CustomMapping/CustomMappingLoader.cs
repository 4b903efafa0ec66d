using System.Reflection;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Model;

namespace Microsoft.ML.Transforms;

/// <summary>Finds the factory of a saved custom mapping among the assemblies that the program has loaded or registered.</summary>
internal static class CustomMappingLoader
{
    [Loadable("CustomTransformer")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("CUSTOMXF", 0x00010002, 0x00010001);
        var contract = reader.ReadName();
        var assembly = reader.Header.VersionWritten >= 0x00010002 ? reader.ReadString() : null;
        var simpleName = assembly is null ? null : new AssemblyName(assembly).Name;

        // A model names an assembly; nothing is loaded because a file says so.
        var candidates = context.Environment.ComponentCatalog.Assemblies
            .Concat(AppDomain.CurrentDomain.GetAssemblies().Where(loaded => loaded.GetName().Name == simpleName));
        var factory = candidates.SelectMany(candidate => candidate.GetTypes())
            .FirstOrDefault(type => type.GetCustomAttribute<CustomMappingFactoryAttributeAttribute>()?.ContractName == contract
                && typeof(ICustomMappingFactory).IsAssignableFrom(type))
            ?? throw new InvalidOperationException(
                $"The model holds the custom mapping '{contract}' of assembly '{simpleName}', and no class with CustomMappingFactoryAttribute(\"{contract}\") is there. "
                + "Register the assembly that holds it: mlContext.ComponentCatalog.RegisterAssembly(typeof(TheFactory).Assembly).");
        return ((ICustomMappingFactory)Activator.CreateInstance(factory)!).CreateTransformer(context.Environment, contract);
    }

    /// <exception cref="InvalidOperationException">There is no name under which a loaded model could find the mapping again.</exception>
    internal static void Save(ModelSaveContext context, string? contractName, MethodInfo mapping)
    {
        if (string.IsNullOrEmpty(contractName))
            throw new InvalidOperationException("Empty contract name for a transform: the transform cannot be saved");
        var block = context.Begin(new ModelBlockHeader("CUSTOMXF", 0x00010002, 0x00010002, "CustomTransformer", MlNetAssemblies.Transforms));
        block.WriteString(contractName);
        block.WriteString(mapping.DeclaringType?.Assembly.FullName);
    }
}
