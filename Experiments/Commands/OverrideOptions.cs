using System.CommandLine;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary>The options that replace an experiment's settings, the same for every command that trains.</summary>
internal sealed class OverrideOptions
{
    private readonly Option<int?> epochs = NumberOption.Whole("--epochs", "Passes over the training images, at most", 1, 100_000, 10);
    private readonly Option<int?> batchSize = NumberOption.Whole("--batch-size", "Images a weight update", 1, 70_000, 128);
    private readonly Option<double?> learningRate = NumberOption.Positive("--learning-rate", "Step size of the optimiser", 100, 0.001);
    private readonly Option<int?> patience = NumberOption.Whole("--patience", "Stop early after N epochs without a better validation accuracy; 0 trains all epochs", 0, 100_000, 5);
    private readonly Option<double?> validationSplit = NumberOption.Fraction("--validation-split", "Part of the training images kept for validation", 0.2);
    private readonly Option<int?> iterations = NumberOption.Whole("--iterations", "Iterations of a linear trainer, at most", 1, 1_000_000, 100);

    public IEnumerable<Option> All => [epochs, batchSize, learningRate, patience, validationSplit, iterations];

    public Overrides Read(ParseResult line) => new()
    {
        Epochs = line.GetValue(epochs),
        BatchSize = line.GetValue(batchSize),
        LearningRate = line.GetValue(learningRate),
        Patience = line.GetValue(patience),
        ValidationFraction = line.GetValue(validationSplit),
        Iterations = line.GetValue(iterations),
    };
}
