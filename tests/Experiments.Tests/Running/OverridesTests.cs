using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Tests.Running;

public class OverridesTests
{
    private static NetworkExperiment Network => (NetworkExperiment)ExperimentCatalogue.Find("cnn");

    [Fact]
    public void Nothing_given_changes_nothing()
    {
        Assert.Equal(Network, new Overrides().ApplyTo(Network));
        Assert.Empty(new Overrides().Describe(Network));
        Assert.Empty(new Overrides().AsOptions());
    }

    [Fact]
    public void Each_setting_replaces_its_own_and_is_described()
    {
        var overrides = new Overrides { Epochs = 3, BatchSize = 17, LearningRate = 0.25, Patience = 2, ValidationFraction = 0.125 };

        var plan = ((NetworkExperiment)overrides.ApplyTo(Network)).Training;

        Assert.Equal((3, 17, 0.125), (plan.Epochs, plan.BatchSize, plan.ValidationFraction));
        Assert.Equal(0.25, Assert.IsType<Adam>(plan.Optimizer).LearningRate);
        Assert.Equal(2, plan.EarlyStopping?.Patience);
        Assert.Equal(5, overrides.Describe(Network).Count());
        Assert.Contains($"epochs 3 (declared: {Network.Training.Epochs})", overrides.Describe(Network));
        Assert.Equal(["--epochs 3", "--batch-size 17", "--learning-rate 0.25", "--patience 2", "--validation-split 0.125"], overrides.AsOptions());
    }

    [Fact]
    public void Patience_0_trains_all_epochs_and_any_other_stops_early()
    {
        var mlp = (NetworkExperiment)ExperimentCatalogue.Find("safaei/mlp");

        Assert.Null(((NetworkExperiment)new Overrides { Patience = 0 }.ApplyTo(Network)).Training.EarlyStopping);
        Assert.Equal(4, ((NetworkExperiment)new Overrides { Patience = 4 }.ApplyTo(mlp)).Training.EarlyStopping?.Patience);
    }

    [Fact]
    public void A_linear_trainer_takes_iterations()
    {
        var overrides = new Overrides { Iterations = 7 };
        var declared = ExperimentCatalogue.Find("sdca");

        Assert.Equal(7, ((LinearExperiment)overrides.ApplyTo(declared)).Plan.MaximumIterations);
        Assert.Equal(["iterations 7 (declared: ML.NET's default)"], overrides.Describe(declared));
    }
}
