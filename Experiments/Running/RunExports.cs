using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>Hands a finished run on to the programs that were asked for.</summary>
internal static class RunExports
{
    public static void Write(
        Screen screen, RunRequest request, RunDescription description, IReadOnlyList<EpochRecord> history, TestEvaluation evaluation, string folder)
    {
        if (request.TensorBoard)
        {
            TensorBoardLog.Write(Path.Combine(folder, "tensorboard"), description, history, evaluation);
            Tell("tensorboard", $"tensorboard --logdir {Path.GetDirectoryName(folder)}");
        }

        if (request.MlflowStore is { } store)
            Tell("mlflow", MlflowRun.Write(store, description, history, evaluation, folder));

        void Tell(string name, string text)
        {
            if (!request.Quiet)
                screen.Wrapped(name, text);
        }
    }
}
