using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Running;

/// <summary>One seed's run, written.</summary>
internal sealed record FinishedRun(int Seed, string Folder, TrainedModel Trained, TestEvaluation Evaluation, RunDescription Description)
{
    public string ModelPath => Path.Combine(Folder, "model.zip");
}
