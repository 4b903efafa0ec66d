namespace MlNetFashion.Experiments.Catalogue;

/// <summary>Which of ML.NET's maximum-entropy trainers, and how far it goes.</summary>
/// <param name="Trainer">The algorithm.</param>
/// <param name="MaximumIterations">Passes over the data, at most; null leaves it to the trainer.</param>
internal sealed record LinearPlan(LinearTrainer Trainer, int? MaximumIterations)
{
    /// <summary>Share of the training images that is not trained on but calibrates the model; 0 for none.</summary>
    public double ValidationFraction { get; init; }
}
