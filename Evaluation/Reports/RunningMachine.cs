using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace MlNetFashion.Evaluation;

/// <summary>What this process runs on, for the record of a run.</summary>
public static class RunningMachine
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    /// <summary>As "AMD EPYC 9R14, 2 logical cores, X64, 512-bit vectors".</summary>
    public static string Processor()
    {
        var name = ProcessorName();
        var cores = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        var bits = System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? 512 : Vector<byte>.Count * 8;
        return $"{name}, {cores} logical cores, {RuntimeInformation.ProcessArchitecture}, {bits.ToString(CultureInfo.InvariantCulture)}-bit vectors";
    }

    /// <summary>Program, .NET, operating system.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Versions() =>
    [
        new("MlNetFashion", Version(typeof(RunningMachine).Assembly)),
        new(".NET", Environment.Version.ToString()),
        new("Operating system", RuntimeInformation.OSDescription),
    ];

    private static string ProcessorName()
    {
        // The first of several names, since all cores of a machine carry the same; where the file is absent, only Windows tells its own.
        var line = File.Exists(LinuxProcessors)
            ? File.ReadLines(LinuxProcessors).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? "unknown processor";
    }

    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? assembly.GetName().Version?.ToString()
        ?? "unknown";
}
