using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MlNetFashion.Experiments.Commands;

/// <summary>Help that ends with examples a reader can copy.</summary>
internal sealed class ExampleHelpAction((string Line, string Meaning)[] examples, bool askedFor) : SynchronousCommandLineAction
{
    private const int Width = 100;

    /// <summary>Help that was asked for is shown whatever else the line holds; help for want of a command does not hide a misspelt one.</summary>
    public override bool ClearsParseErrors => askedFor;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction { MaxWidth = Width }.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (line, meaning) in examples)
        {
            output.WriteLine($"  # {meaning}");
            output.WriteLine($"  dotnet run --project Experiments -- {line}");
        }

        output.WriteLine();
        return ExitCode.Success;
    }
}
