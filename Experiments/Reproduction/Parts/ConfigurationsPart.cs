using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>What the networks of a report are made of, a row each.</summary>
internal sealed record ConfigurationsPart(string Heading, string Text, ImmutableArray<NetworkExperiment> Experiments) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        page.Table(new PageTable(
            $"configurations-{PartNames.Of(Experiments[0])}", "The networks, from their declarations.",
            ["model", "convolutional layers", "filters", "kernel", "pooling layers", "dense units", "epochs", "batch size", "dropout", "batch normalisation", "optimizer", "augmentation", "parameters"],
            [.. Experiments.Select(Row)]));
    }

    private static ImmutableArray<PageCell> Row(NetworkExperiment experiment)
    {
        var layers = experiment.Architecture.Layers;
        var convolutions = layers.OfType<Conv2D>().ToList();
        return
        [
            experiment.Name, PageCell.Count(convolutions.Count), Join(convolutions.Select(layer => layer.Filters)), Join(convolutions.Select(layer => layer.KernelSize).Distinct()),
            PageCell.Count(layers.Count(layer => layer is MaxPool2D or AveragePool2D)), Join(layers.OfType<Dense>().Select(layer => layer.Units)),
            PageCell.Count(experiment.Training.Epochs), PageCell.Count(experiment.Training.BatchSize), Join(layers.OfType<Dropout>().Select(layer => layer.Rate)),
            layers.Any(layer => layer is BatchNormalization) ? "yes" : "no", experiment.Training.Optimizer.GetType().Name,
            experiment.Training.Augmentation is null ? "no" : "yes", PageCell.Count(experiment.Architecture.Summarize().TotalParameters),
        ];
    }

    private static PageCell Join<T>(IEnumerable<T> values)
        where T : IFormattable =>
        string.Join(", ", values.Select(value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture))) is { Length: > 0 } text ? text : "none";
}
