using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>Finds the finished runs that a comparison is about.</summary>
internal static class ComparedRun
{
    /// <summary>Whether a word names a run folder rather than an experiment.</summary>
    public static bool IsFolder(string name) => File.Exists(Path.Combine(name, "run.json"));

    /// <summary>The newest finished run of an experiment on the data asked for, as declared; null where there is none.</summary>
    public static RunRecord? Newest(FoldsRequest request, Experiment experiment, bool seedIsGiven)
    {
        if (!Directory.Exists(request.ResultsFolder))
            return null;
        return RunReader.ReadAll(request.ResultsFolder)
            .Where(run => run.Experiment == experiment.Name && run.DataSet.IsSketch == request.Data.UseSketch && (!seedIsGiven || run.Seed == request.Seed))
            .Where(run => !run.Options.ContainsKey("temperature") && run.IsAsDeclared(ExperimentFacts.SettingsOf(experiment)))
            .MaxBy(run => run.Started);
    }
}
