using System.CommandLine;
using System.CommandLine.Parsing;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary>The command line as a whole: reads it, refuses what makes no sense before any work, runs the rest, and chooses the exit code.</summary>
internal static class CommandLine
{
    private const string ProgramName = "MlNetFashion.Experiments";

    /// <summary>Runs one command line and returns the exit code; a user's mistake becomes one sentence on standard error.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        // '@file' and '-abc' mean nothing here: a name or value that looks like them is to be refused as what it is.
        var line = CommandLineParser.Parse(Root(surroundings), arguments,
            new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (line.Action is not { ClearsParseErrors: true } && ParseErrorSentence.Of(line) is { } sentence)
        {
            surroundings.Screen.Refuse(sentence);
            return ExitCode.Refused;
        }

        try
        {
            return await line.InvokeAsync(Invocation(surroundings), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            surroundings.Screen.Interrupted();
            return ExitCode.Interrupted;
        }
        catch (Exception refusal) when (RefusalSentence.Of(refusal) is not null)
        {
            surroundings.Screen.Refuse(RefusalSentence.Of(refusal)!);
            return ExitCode.Refused;
        }
    }

    private static Command Root(Surroundings surroundings)
    {
        var root = new Command(ProgramName, "Fashion-MNIST with ML.NET: experiments that train, judge and report classifiers of clothing.")
        {
            ExperimentCommand.Create(surroundings),
            CrossValidateCommand.Create(surroundings),
            CompareCommand.Create(surroundings),
            ReproduceCommand.Create(surroundings),
            TuneCommand.Create(surroundings),
            ReferenceCommand.Create(surroundings),
            ListCommand.Create(surroundings),
            SummaryCommand.Create(surroundings),
            PredictCommand.Create(surroundings),
            ReportCommand.Create(surroundings),
            ActivationsCommand.Create(surroundings),
#if MLNET_DATA_ANALYSIS
            DataCommand.Create(surroundings),
#else
            MissingPartCommand.Create("data", "Look at the data sets.", "data frames", "Microsoft.Data.Analysis.dll"),
#endif
        };
        root.Options.Add(new VersionOption { Description = "Show the versions of the suite, of ML.NET and of .NET", Action = new VersionAction() });
        return root.WithExamples(
            ("experiment cnn", "train and judge the main network"),
            ("list", "everything that can be run"),
            ("predict --model results/RUN/model.zip shirt.png", "name the garment on a picture"));
    }

    private static InvocationConfiguration Invocation(Surroundings surroundings) => new()
    {
        Output = surroundings.Screen.Output,
        Error = surroundings.Screen.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
