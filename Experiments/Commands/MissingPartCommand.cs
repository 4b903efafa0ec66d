using System.CommandLine;

namespace MlNetFashion.Experiments.Commands;

/// <summary>
/// Stands where a command was left out, because the suite was built against a folder of ML.NET's assemblies without the one it needs, and
/// says so when it is asked for.
/// </summary>
internal static class MissingPartCommand
{
    public static Command Create(string name, string description, string part, string assembly)
    {
        var command = new Command(name, $"{description} Not in this build: it lacks {assembly}.");
        command.Arguments.Add(new Argument<string[]>("WORDS") { Arity = ArgumentArity.ZeroOrMore, Hidden = true });
        command.SetAction(int (_) => throw new FileNotFoundException(
            $"'{name}' works with ML.NET's {part}. Expected {assembly} in the folder given as MlNetPath, but it was not there when the suite was "
            + "built; put it there and build again, or build without MlNetPath.",
            assembly));
        return command;
    }
}
