using System.CommandLine;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command <c>baselines</c>.</summary>
internal static class BaselinesCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions(seconds: 1);
        var rows = new Option<int>("--rows") { Description = "Training images to use.", DefaultValueFactory = _ => 10_000 };
        var command = new Command("baselines", "The linear models through the ML.NET API, against scikit-learn.")
        {
            rows, shared.Rounds, shared.Threads, shared.Alone, shared.Data, shared.Python, shared.OpenBlas, shared.Output,
        };
        command.SetAction(parsed =>
        {
            var files = shared.Files(parsed);
            var options = shared.Measuring(parsed);
            var data = TrainingImages.Find(parsed.GetValue(shared.Data));
            var count = parsed.GetValue(rows);
            if (count < 10 || count > data.TrainCount)
                throw new ArgumentException($"--rows expects a number from 10 to {data.TrainCount}. Received: {count}.");
            var images = data.TrainImages.Subset([.. Enumerable.Range(0, count)]);
            var conditions = new RunConditions(options);
            conditions.Add("images", Cell.Text($"{count:N0} of {data.Name}, {data.Source}"));
            using var peer = parsed.GetValue(shared.Alone)
                ? null
                : conditions.StartScikitLearn(parsed.GetValue(shared.Python)!, parsed.GetValue(shared.OpenBlas), options.Threads);
            peer?.Load(images.Pixels, images.Labels);
            var models = new LinearModels(data, images);
            using var text = new TextTable(images);
            var table = BaselineTable.Of(conditions.All, new BaselineBenchmark(models, text, peer).Run(options.Rounds));
            AnsiConsole.Write(table.ToScreen());
            foreach (var file in files)
                table.Save(file);
        });
        return command;
    }
}
