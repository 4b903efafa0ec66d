using System.CommandLine;
using System.CommandLine.Parsing;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Commands;

/// <summary>Says in one sentence what is wrong with a command line that could not be read.</summary>
internal static class ParseErrorSentence
{
    /// <summary>The sentence, or null where the line is fine.</summary>
    public static string? Of(ParseResult line)
    {
        if (StrayOption(line) is { } stray)
            return stray;
        if (line.UnmatchedTokens.Count > 0)
            return Unmatched(line, line.UnmatchedTokens[0]);
        return line.Errors.Count > 0 ? Reworded(line, line.Errors[0]) : null;
    }

    // The parser hands a misspelt option to any argument that still has room ("summary --jsno"), so arguments are looked through as well.
    private static string? StrayOption(ParseResult line)
    {
        var escaped = line.Tokens.Any(token => token.Type == TokenType.DoubleDash);
        var stray = line.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .FirstOrDefault(token => LooksLikeOption(token.Value));
        return stray is null || escaped ? null : UnknownOption(line, stray.Value);
    }

    private static string Unmatched(ParseResult line, string token)
    {
        if (LooksLikeOption(token))
            return UnknownOption(line, token);

        var command = line.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            var names = command.Subcommands.Select(subcommand => subcommand.Name).ToArray();
            return $"The command '{token}' is unknown; {Suggest(token, names)} {SeeHelp(line)}";
        }

        return $"'{command.Name}' did not expect the further argument '{token}'; leave it out {SeeHelp(line)}";
    }

    private static string UnknownOption(ParseResult line, string token)
    {
        var name = token.Split('=', ':')[0];
        var known = OptionsOf(line.CommandResult.Command);
        return $"The option '{name}' is unknown to '{line.CommandResult.Command.Name}'; {Suggest(name, known)} {SeeHelp(line)}";
    }

    private static string Reworded(ParseResult line, ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option =>
            $"{option.Option.Name} expects a value ({option.Option.HelpName ?? "VALUE"}), but received none; write {option.Option.Name} {option.Option.HelpName ?? "VALUE"} {SeeHelp(line)}",
        OptionResult { IdentifierTokenCount: > 1 } option =>
            $"{option.Option.Name} was given {option.IdentifierTokenCount} times; give it once.",
        CommandResult { Command.Subcommands.Count: > 0 } command =>
            $"A command was expected after '{command.Command.Name}' ({string.Join(", ", command.Command.Subcommands.Select(subcommand => subcommand.Name))}), but received none {SeeHelp(line)}",
        ArgumentResult { Tokens.Count: 0 } argument => Missing(line, argument.Argument.Name),
        CommandResult command when MissingArgument(command) is { } name => Missing(line, name),
        _ => error.Message,
    };

    private static string Missing(ParseResult line, string argument) =>
        $"'{line.CommandResult.Command.Name}' expects {argument}, but received none {SeeHelp(line)}";

    private static string? MissingArgument(CommandResult command) => command.Command.Arguments
        .FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && command.GetResult(argument) is null or { Tokens.Count: 0 })?.Name;

    private static string Suggest(string word, IReadOnlyCollection<string> known) =>
        NearestMatch.Find(word, known) is { } near ? $"did you mean '{near}'?" : $"expected one of {string.Join(", ", known)}";

    private static string SeeHelp(ParseResult line) => $"('{PathOf(line.CommandResult)}--help' shows what it takes)";

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)}{command.Command.Name} " : "";

    private static string[] OptionsOf(Command command) => [.. command.Options.Where(option => !option.Hidden).Select(option => option.Name)];

    private static bool LooksLikeOption(string token) => token.Length > 1 && token[0] == '-' && !char.IsAsciiDigit(token[1]);
}
