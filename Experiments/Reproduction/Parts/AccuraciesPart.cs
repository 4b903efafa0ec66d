using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>Highest training and validation accuracy, test accuracy, misclassification rate, and training minus test, reported and ours.</summary>
internal sealed record AccuraciesPart(string Heading, string Text, ImmutableArray<NetworkExperiment> Experiments) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        page.Table(new PageTable(
            $"accuracies-{PartNames.Of(Experiments[0])}", "Means over seeds. Training and validation: the highest of all epochs, as Keras prints it.",
            [
                "model", "train reported", "train ours", "validation reported", "validation ours", "test reported", "test ours",
                "misclassified reported", "misclassified ours", "train minus test reported", "train minus test ours", "seeds",
            ],
            [.. Experiments.Select(experiment => Row(experiment, context.RunsOf(experiment)))]));
    }

    private static ImmutableArray<PageCell> Row(NetworkExperiment experiment, ImmutableArray<RunRecord> runs)
    {
        var reported = experiment.Reported;
        var train = Mean(runs, run => run.History.Select(epoch => (double?)epoch.Accuracy).Max());
        var test = Mean(runs, run => run.Accuracy);
        return
        [
            experiment.Name,
            PageCell.Percent(reported?.Train), PageCell.Percent(train),
            PageCell.Percent(reported?.Validation), PageCell.Percent(Mean(runs, run => run.History.Max(epoch => epoch.ValidationAccuracy))),
            PageCell.Percent(reported?.Test), PageCell.Percent(test),
            PageCell.Percent(1 - reported?.Test), PageCell.Percent(1 - test),
            PageCell.Points(reported?.Train - reported?.Test), PageCell.Points(train - test),
            PageCell.Count(runs.Length),
        ];
    }

    private static double? Mean(ImmutableArray<RunRecord> runs, Func<RunRecord, double?> figure) => runs.IsEmpty ? null : runs.Average(figure);
}
