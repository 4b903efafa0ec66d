using System.CommandLine;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command <c>baselines</c>.</summary>
internal static class BaselinesCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions(seconds: 1);
        var rows = new Option<int>("--rows") { Description = "Training images to use.", DefaultValueFactory = _ => 60_000 };
        var works = new Option<string[]>("--work")
        {
            Description = "Pieces of work to time: " + string.Join(", ", BaselineBenchmark.Names) + ". The default is all.",
            AllowMultipleArgumentsPerToken = true,
        };
        var reference = new Option<string?>("--recorded") { Description = "A JSON file with what ML.NET itself was recorded to do, for a further column." };
        var command = new Command("baselines", "Linear models, trees, scoring and text files through the ML.NET API, against scikit-learn.")
        {
            rows, works, reference, shared.Rounds, shared.Threads, shared.Alone, shared.Data, shared.Python, shared.OpenBlas, shared.Output,
        };
        command.SetAction(parsed =>
        {
            var files = shared.Files(parsed);
            var options = shared.Measuring(parsed);
            var data = TrainingImages.Find(parsed.GetValue(shared.Data));
            var count = parsed.GetValue(rows);
            if (count < 10 || count > data.TrainCount)
                throw new ArgumentException($"--rows expects a number from 10 to {data.TrainCount}. Received: {count}.");
            var names = parsed.GetValue(works) is { Length: > 0 } chosen ? chosen : [.. BaselineBenchmark.Names];
            if (names.FirstOrDefault(name => !BaselineBenchmark.Names.Contains(name)) is { } unknown)
                throw new ArgumentException($"--work expects some of {string.Join(", ", BaselineBenchmark.Names)}. Received: {unknown}.");
            var recorded = parsed.GetValue(reference) is { } path ? RecordedFigures.Read(path) : null;
            var images = data.TrainImages.Subset([.. Enumerable.Range(0, count)]);
            var conditions = new RunConditions(options);
            conditions.Add("images", Cell.Text($"{count:N0} of {data.Name}, {data.Source}"));
            using var peer = parsed.GetValue(shared.Alone)
                ? null
                : conditions.StartScikitLearn(parsed.GetValue(shared.Python)!, parsed.GetValue(shared.OpenBlas), options.Threads);
            peer?.Load(images.Pixels, images.Labels);
            var models = new LinearModels(data, images);
            using var text = new TextTable(images);
            var table = BaselineTable.Of(conditions.All, new BaselineBenchmark(models, text, peer, recorded).Run(options.Rounds, names));
            AnsiConsole.Write(table.ToScreen());
            foreach (var file in files)
                table.Save(file);
        });
        return command;
    }
}
