using System.CommandLine;
using System.CommandLine.Invocation;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary>Prints the suite's version, and which ML.NET and .NET it runs on.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        foreach (var (name, version) in ComponentVersions.OfThisProcess())
            parseResult.InvocationConfiguration.Output.WriteLine($"{name} {version}");
        return ExitCode.Success;
    }
}
