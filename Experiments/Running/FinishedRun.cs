using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Running;

/// <summary>One seed's run, written; <c>Total</c> is the wall time from the search for data to the written run folder.</summary>
internal sealed record FinishedRun(
    int Seed, string Folder, TrainedModel Trained, TestEvaluation Evaluation, RunDescription Description, TimeSpan Total)
{
    /// <summary>Accuracy on the images it was trained on, those for validation included.</summary>
    public double? TrainAccuracy { get; init; }

    public string ModelPath => Path.Combine(Folder, "model.zip");
}
