using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Display;

/// <summary>What runs for an experiment's network: the stages its layers are fused into, for training and for predicting.</summary>
internal sealed class PlanView(NetworkExperiment experiment)
{
    /// <exception cref="ArgumentException">The experiment has no network.</exception>
    public static PlanView Of(Experiment experiment) => experiment is NetworkExperiment network
        ? new PlanView(network)
        : throw new ArgumentException($"--plan expects an experiment with a neural network. Received: '{experiment.Name}', which has no layers to plan for.");

    public void Show(Screen screen)
    {
        foreach (var training in new[] { true, false })
        {
            var plan = experiment.Architecture.DescribePlan(experiment.Training.BatchSize, training);
            screen.Line();
            screen.Line($"Plan for {plan[0]}");
            for (var stage = 1; stage < plan.Length; stage++)
                screen.Wrapped($"  stage {stage}", plan[stage]);
        }
    }
}
