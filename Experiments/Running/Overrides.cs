using System.Globalization;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>The settings of an experiment that a command line replaces; null keeps the declared one.</summary>
internal sealed record Overrides
{
    public int? Epochs { get; init; }

    public int? BatchSize { get; init; }

    public double? LearningRate { get; init; }

    /// <summary>Epochs without improvement before training stops; 0 trains all epochs.</summary>
    public int? Patience { get; init; }

    public double? ValidationFraction { get; init; }

    public int? Iterations { get; init; }

    /// <summary>Whether the model is calibrated; a linear trainer then holds images back to choose the temperature by.</summary>
    public bool Temperature { get; init; }

    /// <summary>The experiment with these settings in place of its own.</summary>
    /// <exception cref="ArgumentException">A setting means nothing to this experiment.</exception>
    public Experiment ApplyTo(Experiment experiment) => experiment switch
    {
        NetworkExperiment network => network with { Training = Replace(network) },
        LinearExperiment linear => linear with { Plan = Replace(linear) },
        BoostedTreesExperiment trees => trees with { Plan = Replace(trees) },
        CompositeExperiment composite => composite with { Members = [.. composite.Members.Select(member => (NetworkExperiment)ApplyTo(member))] },
        _ => throw new InvalidOperationException($"No overrides are declared for {experiment.GetType().Name}."),
    };

    /// <summary>Each replaced setting as a sentence part: name, new value, declared value.</summary>
    public IEnumerable<string> Describe(Experiment declared)
    {
        if (declared is CompositeExperiment { Members: var members })
            declared = members[^1];
        if (declared is NetworkExperiment { Training: var plan })
        {
            if (Epochs is { } epochs)
                yield return Change("epochs", epochs, plan.Epochs);
            if (BatchSize is { } size)
                yield return Change("batch size", size, plan.BatchSize);
            if (LearningRate is { } rate)
                yield return Change("learning rate", rate, plan.Optimizer.LearningRate);
            if (Patience is { } patience)
                yield return Change("patience", patience, plan.EarlyStopping?.Patience, "no early stopping");
            if (ValidationFraction is { } fraction)
                yield return Change("validation split", fraction, plan.ValidationFraction);
        }

        if (declared is BoostedTreesExperiment trees && Iterations is { } count)
            yield return Change("trees", count, trees.Plan.Trees);
        if (declared is LinearExperiment linear && Iterations is { } iterations)
            yield return Change("iterations", iterations, linear.Plan.MaximumIterations, "ML.NET's default");
        if (declared is LinearExperiment && ValidationFraction is { } held)
            yield return Change("validation split", held, null);
    }

    /// <summary>The options that ask for these settings again.</summary>
    public IEnumerable<string> AsOptions()
    {
        (IFormattable? Value, string Option)[] all =
        [
            (Epochs, "--epochs"), (BatchSize, "--batch-size"), (LearningRate, "--learning-rate"), (Patience, "--patience"),
            (ValidationFraction, "--validation-split"), (Iterations, "--iterations"),
        ];
        return all.Where(pair => pair.Value is not null).Select(pair => $"{pair.Option} {pair.Value!.ToString(null, CultureInfo.InvariantCulture)}");
    }

    private static string Change(string name, double value, double? declared, string undeclared = "none") =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {value} (declared: {declared?.ToString(CultureInfo.InvariantCulture) ?? undeclared})");

    private TrainingPlan Replace(NetworkExperiment experiment)
    {
        if (Iterations is not null)
            throw new ArgumentException(Meaningless("--iterations", experiment, "a network; give --epochs instead"));
        var plan = Replace(experiment.Training);
        if (plan is { ValidationFraction: 0, EarlyStopping: not null })
        {
            throw new ArgumentException(
                $"--validation-split above 0 was expected, because '{experiment.Name}' stops early by its validation images, but received 0; add --patience 0 to train all epochs without them.");
        }

        return plan;
    }

    private TrainingPlan Replace(TrainingPlan plan) =>
        plan with
        {
            Epochs = Epochs ?? plan.Epochs,
            BatchSize = BatchSize ?? plan.BatchSize,
            Optimizer = LearningRate is { } rate ? plan.Optimizer with { LearningRate = rate } : plan.Optimizer,
            ValidationFraction = ValidationFraction ?? plan.ValidationFraction,
            EarlyStopping = Patience switch
            {
                null => plan.EarlyStopping,
                0 => null,
                { } patience => (plan.EarlyStopping ?? new EarlyStopping()) with { Patience = patience },
            },
        };

    private BoostedTreesPlan Replace(BoostedTreesExperiment experiment)
    {
        RefuseNetworkOptions(experiment, "an ensemble of trees; --iterations says how many");
        return experiment.Plan with { Trees = Iterations ?? experiment.Plan.Trees };
    }

    private LinearPlan Replace(LinearExperiment experiment)
    {
        const double calibrating = 0.2;
        RefuseNetworkOptions(experiment, "a linear trainer; --iterations limits how long it trains", mayHoldBack: Temperature);
        return experiment.Plan with { MaximumIterations = Iterations ?? experiment.Plan.MaximumIterations, ValidationFraction = Temperature ? ValidationFraction ?? calibrating : 0 };
    }

    private void RefuseNetworkOptions(Experiment experiment, string because, bool mayHoldBack = false)
    {
        (object? Value, string Option)[] networkOnly =
            [(Epochs, "--epochs"), (BatchSize, "--batch-size"), (LearningRate, "--learning-rate"), (Patience, "--patience"), (mayHoldBack ? null : ValidationFraction, "--validation-split")];
        foreach (var (value, option) in networkOnly)
        {
            if (value is not null)
                throw new ArgumentException(Meaningless(option, experiment, because));
        }
    }

    private static string Meaningless(string option, Experiment experiment, string because) =>
        $"{option} means nothing to '{experiment.Name}', which is {because}.";
}
