using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;
using MlNetFashion.NeuralNetworks.Threading;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Tests;

/// <summary>A training step on blended images against softmax regression worked out by hand.</summary>
public class MixupStepTests
{
    private const int Inputs = 9, Classes = 4, Count = 5, Seed = 11, Epoch = 3;
    private const double Smoothing = 0.1;

    [Fact]
    public void Loss_and_gradient_are_those_of_blended_images_and_targets()
    {
        var architecture = new NetworkArchitecture("regression", new TensorShape(1, 1, Inputs), [new Dense(Classes) { Activation = Activation.Softmax }]);
        var images = TestNetworks.Dots(architecture.Input, Classes, Count, 2);
        var layers = architecture.Resolve();
        var start = ParameterStart.Draw(layers, 1);
        int[] rows = [3, 0, 4, 1, 2];

        using var pool = new WorkerPool(2);
        var parameters = SharedParameters.Create(SimdChoice.Current, layers, start);
        var plan = ExecutionPlan.Create(architecture, layers, parameters,
            new PlanOptions(Count, 2, Trains: true, Seed, Smoothing, new Augmentation { MixupAlpha = 1 }));
        parameters.Store.AddStates(new GradientRecorder());
        var (lossSum, _) = plan.Run(images, rows, 0, Count, pool, new TrainingStep(1, new GradientRecorder(), Epoch));
        var gradients = EngineAgainstReferenceTests.Gradients(parameters.Store);

        var (expectedLoss, expectedKernel, expectedBias) = ByHand(images, rows, start[0]["kernel"].Values);
        Assert.Equal(expectedLoss, lossSum, 1e-5);
        for (var i = 0; i < expectedKernel.Length; i++)
            Assert.Equal(expectedKernel[i], gradients[0][i], 1e-6);
        for (var i = 0; i < Classes; i++)
            Assert.Equal(expectedBias[i], gradients[1][i], 1e-6);
    }

    private static (double Loss, double[] Kernel, double[] Bias) ByHand(ImageSet images, int[] rows, float[] kernel)
    {
        var pixels = rows.Select(row =>
        {
            var image = new float[Inputs];
            images.CopyTo(row, image);
            return image;
        }).ToArray();
        var (loss, kernelGradient, biasGradient) = (0.0, new double[kernel.Length], new double[Classes]);
        for (var place = 0; place < Count; place++)
        {
            var partner = Count - 1 - place;
            double kept = partner == place ? 1 : new Mixup(1, Seed).Share(Epoch, rows[Math.Min(place, partner)]);
            var x = Enumerable.Range(0, Inputs).Select(i => (kept * pixels[place][i]) + ((1 - kept) * pixels[partner][i])).ToArray();
            var target = Enumerable.Repeat(Smoothing / Classes, Classes).ToArray();
            target[images.Labels[rows[place]]] += (1 - Smoothing) * kept;
            target[images.Labels[rows[partner]]] += (1 - Smoothing) * (1 - kept);

            var scores = Enumerable.Range(0, Classes).Select(j => Enumerable.Range(0, Inputs).Sum(i => x[i] * kernel[(i * Classes) + j])).ToArray();
            var sum = scores.Sum(Math.Exp);
            for (var j = 0; j < Classes; j++)
            {
                var probability = Math.Exp(scores[j]) / sum;
                loss -= target[j] * Math.Log(probability);
                biasGradient[j] += (probability - target[j]) / Count;
                for (var i = 0; i < Inputs; i++)
                    kernelGradient[(i * Classes) + j] += x[i] * (probability - target[j]) / Count;
            }
        }

        return (loss, kernelGradient, biasGradient);
    }
}
