using System.CommandLine;
using System.CommandLine.Help;

namespace MlNetFashion.Experiments.Commands;

/// <summary>Adds examples to a command's help.</summary>
internal static class CommandExamples
{
    /// <summary>Gives a command a --help of its own that ends with <paramref name="examples"/>.</summary>
    public static T WithExamples<T>(this T command, params (string Line, string Meaning)[] examples)
        where T : Command
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        help.Description = "Show this help";
        help.Action = new ExampleHelpAction(examples, askedFor: true);
        if (command.Subcommands.Count > 0)
            command.Action = new ExampleHelpAction(examples, askedFor: false);
        return command;
    }
}
