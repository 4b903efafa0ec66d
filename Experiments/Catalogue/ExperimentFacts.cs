using System.Globalization;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>An experiment's declaration as names and values, for summaries and run files.</summary>
internal static class ExperimentFacts
{
    /// <summary>Everything a reader of a summary wants to know.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Experiment experiment)
    {
        yield return ("source", experiment.Source);
        yield return ("data set", experiment.DataSet == DataSetChoice.Mnist ? "MNIST" : "Fashion-MNIST");
        if (experiment.PooledTestFraction is { } pooled)
            yield return ("division", $"all images put together and shuffled; {Percent(pooled)} of them judge");
        foreach (var fact in SettingsOf(experiment))
            yield return fact;
        if (experiment.Reported is { } reported)
            yield return ("reported", Describe(reported));
        yield return ("cost", NominalCost.Of(experiment));
        foreach (var assumption in experiment.Assumptions)
            yield return ("assumed", assumption);
    }

    /// <summary>Only what decides the outcome of training.</summary>
    public static IEnumerable<(string Name, string Value)> SettingsOf(Experiment experiment) => experiment switch
    {
        NetworkExperiment network => Settings(network.Training, network.Fold).Concat(Start(network)),
        BoostedTreesExperiment trees => Settings(trees.Plan),
        GridExperiment grid => Settings(grid),
        CompositeExperiment composite => SettingsOf(composite.Members[^1]),
        LinearExperiment linear => Settings(linear.Plan),
        _ => [],
    };

    private static IEnumerable<(string Name, string Value)> Settings(GridExperiment grid)
    {
        var points = grid.Points.ToArray();
        yield return ("grid", string.Create(CultureInfo.InvariantCulture, $"{points.Length} points of {string.Join(", ", grid.Members[0].Coordinates.Select(coordinate => coordinate.Key))}"));
        if (points[0].Length > 1)
            yield return ("cross-validation", string.Create(CultureInfo.InvariantCulture, $"{points[0][0].Fold?.Protocol.Description}, {grid.Members.Length} trainings"));
        var common = points.Select(point => Settings(point[0].Training, fold: null)).Aggregate((all, next) => all.Intersect(next));
        foreach (var setting in common)
            yield return setting;
    }

    private static IEnumerable<(string Name, string Value)> Start(NetworkExperiment network)
    {
        if (network.StartsFrom is { } other)
            yield return ("starting weights", $"those of {other}");
    }

    private static IEnumerable<(string Name, string Value)> Settings(TrainingPlan plan, TrainingFold? fold)
    {
        yield return ("optimizer", Describe(plan.Optimizer));
        yield return ("epochs", Text(plan.Epochs));
        yield return ("batch size", Text(plan.BatchSize));
        if (fold is not null)
            yield return (fold.Use == FoldUse.Validates ? "validated by" : "judged by", string.Create(CultureInfo.InvariantCulture, $"fold {fold.Number} of {fold.Protocol.Description}"));
        if (fold is not { Use: FoldUse.Validates })
            yield return ("validation split", Text(plan.ValidationFraction));
        if (plan.Schedule is { } schedule)
            yield return ("learning rate", Describe(schedule));
        if (plan.Augmentation is { } augmentation)
            yield return ("augmentation", Describe(augmentation));
        yield return ("early stopping", plan.EarlyStopping is { } stop
            ? $"after {stop.Patience.ToString(CultureInfo.InvariantCulture)} epochs without a better {Words(stop.Monitor.ToString())}{(stop.RestoreBestWeights ? ", best weights restored" : "")}"
            : "none");
    }

    private static IEnumerable<(string Name, string Value)> Settings(BoostedTreesPlan plan)
    {
        yield return ("trainer", "ML.NET FastTree, one against all");
        yield return ("trees", string.Create(CultureInfo.InvariantCulture, $"{plan.Trees} of at most {plan.Leaves} leaves for each class"));
        yield return ("learning rate", Text(plan.LearningRate));
    }

    private static IEnumerable<(string Name, string Value)> Settings(LinearPlan plan)
    {
        yield return ("trainer", plan.Trainer == LinearTrainer.Lbfgs ? "ML.NET LbfgsMaximumEntropy" : "ML.NET SdcaMaximumEntropy");
        if (plan.ValidationFraction > 0)
            yield return ("validation split", Text(plan.ValidationFraction));
        yield return ("iterations", plan.MaximumIterations is { } iterations ? $"at most {Text(iterations)}" : "until converged");
    }

    private static string Describe(Optimizer optimizer) => optimizer switch
    {
        Sgd sgd => $"SGD, learning rate {Text(sgd.LearningRate)}" + (sgd.Momentum > 0 ? $", momentum {Text(sgd.Momentum)}{(sgd.Nesterov ? " (Nesterov)" : "")}" : ""),
        Adagrad { InitialAccumulator: var start } => $"Adagrad, learning rate {Text(optimizer.LearningRate)}, sums from {Text(start)}",
        _ => $"{optimizer.GetType().Name}, learning rate {Text(optimizer.LearningRate)}",
    };

    private static string Describe(LearningRateSchedule schedule) => schedule switch
    {
        ExponentialDecay decay => $"times {Text(decay.Factor)} each epoch{(decay.Staircase ? ", in steps" : "")}",
        StepDecay step => $"times {Text(step.Factor)} every {Text(step.Every)} epochs",
        _ => schedule.ToString(),
    };

    private static string Describe(Augmentation augmentation)
    {
        var changes = new List<string>();
        Add("rotation up to", augmentation.RotationRange, " degrees");
        Add("width shift up to", augmentation.WidthShiftRange, " of the width");
        Add("height shift up to", augmentation.HeightShiftRange, " of the height");
        Add("shear up to", augmentation.ShearRange, " degrees");
        if (augmentation.ZoomRange is { } zoom)
            changes.Add($"zoom from {Text(zoom.Lower)} to {Text(zoom.Upper)}");
        if (augmentation.ContrastRange is { } contrast)
            changes.Add($"contrast times {Text(contrast.Lower)} to {Text(contrast.Upper)}");
        return string.Join(", ", changes);

        void Add(string change, double amount, string unit)
        {
            if (amount != 0)
                changes.Add($"{change} {Text(amount)}{unit}");
        }
    }

    private static string Describe(ReportedFigures reported)
    {
        var parts = new List<string> { $"test {Percent(reported.Test)}" };
        if (reported.Validation is { } validation)
            parts.Add($"validation {Percent(validation)}");
        if (reported.Train is { } train)
            parts.Add($"train {Percent(train)}");
        return string.Join(", ", parts);
    }

    // ValidationAccuracy -> validation accuracy
    private static string Words(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? " " : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{100 * fraction:F2} %");

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
