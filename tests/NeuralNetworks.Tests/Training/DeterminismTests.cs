using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;
using MlNetFashion.NeuralNetworks.Threading;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Tests.Training;

public class DeterminismTests
{
    private static readonly NetworkArchitecture Architecture = new("deep", new TensorShape(12, 12, 1),
    [
        new Conv2D(17) { Activation = Activation.Relu }, new MaxPool2D(), new Dropout(0.2),
        new Conv2D(20) { Activation = Activation.Relu, Padding = Padding.Same }, new Dropout(0.1), new Flatten(), new Dropout(0.1),
        new Dense(70) { Activation = Activation.Relu }, new Dropout(0.3), new Dense(4) { Activation = Activation.Softmax },
    ]);

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads()
    {
        var images = TestNetworks.Dots(Architecture.Input, 4, 150, 1);
        float[] Weights(int threads, int seed) =>
        [
            .. NetworkTrainer.Train(Architecture, images, images, new TrainingOptions { Epochs = 2, BatchSize = 40, Threads = threads, Seed = seed })
                .Network.Parameters.SelectMany(layer => layer.Arrays).SelectMany(array => array.Values),
        ];

        var one = Weights(1, 7);

        Assert.Equal(one, Weights(1, 7));
        Assert.Equal(one, Weights(2, 7));
        Assert.Equal(one, Weights(4, 7));
        Assert.NotEqual(one, Weights(1, 8));
    }

    [Fact]
    public void Augmentation_gives_the_same_bits_on_any_number_of_threads()
    {
        var images = TestNetworks.Dots(Architecture.Input, 4, 150, 1);
        var augmentation = new Augmentation
        {
            RotationRange = 10, WidthShiftRange = 0.1, ZoomRange = 0.1, HorizontalFlip = true, RandomErasing = new RandomErasing(), MixupAlpha = 0.4,
        };
        float[] Weights(int threads, Augmentation? changes) =>
        [
            .. NetworkTrainer.Train(Architecture, images, images, new TrainingOptions { Epochs = 2, BatchSize = 40, Threads = threads, Augmentation = changes })
                .Network.Parameters.SelectMany(layer => layer.Arrays).SelectMany(array => array.Values),
        ];

        var one = Weights(1, augmentation);

        Assert.Equal(one, Weights(1, augmentation));
        Assert.Equal(one, Weights(3, augmentation));
        Assert.NotEqual(one, Weights(1, augmentation with { MixupAlpha = 0 }));
        Assert.NotEqual(one, Weights(1, null));
        Assert.Equal(Weights(1, null), Weights(1, new Augmentation()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_warm_step_allocates_nothing(bool augmented)
    {
        var images = TestNetworks.Dots(Architecture.Input, 4, 150, 1);
        var layers = Architecture.Resolve();
        using var run = new TrainingRun(Architecture, layers, ParameterStart.Draw(layers, 1), images, null,
            new TrainingOptions { BatchSize = 32, Threads = 2, Augmentation = augmented ? new Augmentation { RotationRange = 5, MixupAlpha = 1 } : null }, SimdChoice.Current);
        for (var i = 0; i < 50; i++)
            run.Step(0, 32);

        // Other tests run at the same time, so the whole process cannot be counted: this thread's share of the tasks has to do.
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
            run.Step(i, 32);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    public static TheoryData<string> Networks => [.. EngineAgainstReferenceTests.Networks().Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_kind_of_layer_gives_the_same_bits_on_any_number_of_threads_and_allocates_nothing(string name)
    {
        var architecture = EngineAgainstReferenceTests.Networks().Single(network => network.Name == name);
        var images = TestNetworks.Dots(architecture.Input, 5, 40, 1);
        var layers = architecture.Resolve();
        float[] Weights(int threads)
        {
            using var run = new TrainingRun(architecture, layers, ParameterStart.Draw(layers, 1), images, null,
                new TrainingOptions { BatchSize = 17, Threads = threads, Schedule = new CosineDecay(), WeightAveraging = new WeightAveraging() }, SimdChoice.Current);
            for (var i = 0; i < 40; i++)
                run.Step(i % 23, 17 - (i % 3)); // ragged batches, too
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 5; i++)
                run.Step(i, 17);
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
            return [.. run.Export().SelectMany(layer => layer.Arrays).SelectMany(array => array.Values)];
        }

        var one = Weights(1);
        Assert.All(one, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(one, Weights(2));
        Assert.Equal(one, Weights(4));
    }

    [Fact]
    public void Batches_of_one_image_and_of_all_images_train()
    {
        var images = TestNetworks.Dots(Architecture.Input, 4, 37, 1);
        foreach (var batchSize in new[] { 1, 36, 37, 1000 })
        {
            var history = NetworkTrainer.Train(Architecture, images, images, new TrainingOptions { Epochs = 3, BatchSize = batchSize, Threads = 2 }).History;
            Assert.True(history[^1].Loss < history[0].Loss, $"With batches of {batchSize} the loss went from {history[0].Loss} to {history[^1].Loss}.");
        }
    }

    [Fact]
    public void Dropout_masks_do_not_depend_on_the_vector_width()
    {
        var shape = new TensorShape(1, 1, 64);
        var architecture = new NetworkArchitecture("dropped", shape, [new Dropout(0.5), new Dense(64) { Activation = Activation.Relu }, new Dropout(0.25), new Dense(4) { Activation = Activation.Softmax }]);
        var images = TestNetworks.Dots(shape, 4, 33, 1);
        var layers = architecture.Resolve();
        int[] rows = [.. Enumerable.Range(0, 33)];
        using var pool = new WorkerPool(2);
        var losses = Enum.GetValues<SimdWidth>().Where(width => width <= SimdChoice.Widest).Select(width =>
        {
            var parameters = SharedParameters.Create(width, layers, ParameterStart.Draw(layers, 1));
            var plan = ExecutionPlan.Create(architecture, layers, parameters, new PlanOptions(33, 2, Trains: true, Seed: 3));
            parameters.Store.AddStates(new GradientRecorder());
            return plan.Run(images, rows, 0, 33, pool, new TrainingStep(1, new GradientRecorder())).LossSum;
        }).ToList();

        Assert.All(losses, loss => Assert.Equal(losses[0], loss, 1e-4));
    }

    [Fact]
    public void Dropout_keeps_its_share_and_the_expectation()
    {
        var mask = DropoutMask.For(0.3, 1, 2, 3);
        var factors = Enumerable.Range(0, 200_000).Select(i => mask.Factor((uint)i)).ToList();

        Assert.Equal(0.7, factors.Count(factor => factor > 0) / 200_000.0, 0.005);
        Assert.Equal(1, factors.Average(), 0.01);
        Assert.All(factors, factor => Assert.True(factor == 0 || MathF.Abs(factor - (1 / 0.7f)) < 1e-6f));
    }
}
