using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.ML;

namespace MlNetFashion.Experiments.Running;

/// <summary>The versions that a result depends on: the suite, what stands behind Microsoft.ML, .NET, and the system.</summary>
internal static class ComponentVersions
{
    public static IReadOnlyList<KeyValuePair<string, string>> OfThisProcess() =>
    [
        new("MlNetFashion", VersionOf(typeof(ComponentVersions).Assembly)),
        new("Microsoft.ML", $"{VersionOf(typeof(MLContext).Assembly)} ({typeof(MLContext).Assembly.GetName().Name})"),
        new(".NET", Environment.Version.ToString()),
        new("System", $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}"),
    ];

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "unknown";
}
