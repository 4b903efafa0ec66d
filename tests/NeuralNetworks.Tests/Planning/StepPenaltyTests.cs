using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;
using MlNetFashion.NeuralNetworks.Threading;

namespace MlNetFashion.NeuralNetworks.Tests.Planning;

/// <summary>What L2 adds to a step's loss is summed up on the way; it must be what a pass over the weights before the step finds.</summary>
public class StepPenaltyTests
{
    private static readonly NetworkArchitecture Architecture = new("penalised", new TensorShape(12, 12, 1),
    [
        new Conv2D(20) { Activation = Activation.Relu, L2 = 0.01 }, new Flatten(),
        new Dense(70) { Activation = Activation.Relu, L2 = 0.02 }, new Dense(30), new Dense(4) { L2 = 0.03, Activation = Activation.Softmax },
    ]);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Is_that_of_the_weights_before_the_step(int threads)
    {
        const int Count = 37;
        var images = TestNetworks.Dots(Architecture.Input, 4, Count, 1);
        var layers = Architecture.Resolve();
        foreach (var width in Enum.GetValues<SimdWidth>().Where(width => width <= SimdChoice.Widest))
        {
            var parameters = SharedParameters.Create(width, layers, ParameterStart.Draw(layers, 1));
            var plan = ExecutionPlan.Create(Architecture, layers, parameters, new PlanOptions(Count, threads, Trains: true));
            var updater = plan.CreateUpdater(new Adam { LearningRate = 0.01 });
            parameters.Store.AddStates(updater);
            using var pool = new WorkerPool(threads);
            for (var step = 1; step <= 3; step++)
            {
                var before = plan.Penalty();
                updater.BeginStep(step, 0.01);
                plan.Run(images, [.. Enumerable.Range(0, Count)], 0, step == 2 ? 5 : Count, pool, new TrainingStep(step, updater));

                Assert.Equal(before, plan.StepPenalty, 1e-5 * before);
                Assert.NotEqual(before, plan.Penalty(), 1e-5 * before);
            }
        }
    }
}
