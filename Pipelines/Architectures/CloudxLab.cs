using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

public static partial class Architectures
{
    /// <summary>
    /// CloudxLab, "Fashion-MNIST using Deep Learning with TensorFlow Keras". It gives the order of the layers; assumed: 32, 64 and 128 filters of 3x3
    /// with relu, padding "same" for the first two, 128 dense units, dropout 0.3.
    /// </summary>
    public static class CloudxLab
    {
        /// <summary>Assumed.</summary>
        public const double DropoutRate = 0.3;

        /// <summary>The first attempt, without dropout. Assumed: one pooling, as the final model was given "a few more max. pool layers".</summary>
        public static NetworkArchitecture Unregularised { get; } = new("cloudxlab/unregularised", Grey28,
        [
            new Conv2D(32) { Padding = Padding.Same, Activation = Activation.Relu },
            new Conv2D(64) { Padding = Padding.Same, Activation = Activation.Relu },
            new MaxPool2D(),
            new Conv2D(128) { Activation = Activation.Relu },
            new Flatten(),
            new Dense(128) { Activation = Activation.Relu },
            new Dense(10) { Activation = Activation.Softmax },
        ]);

        /// <summary>The final model: conv, conv, pool, dropout, conv, pool, dropout, flatten, dense.</summary>
        public static NetworkArchitecture Final { get; } = new("cloudxlab/final", Grey28,
        [
            new Conv2D(32) { Padding = Padding.Same, Activation = Activation.Relu },
            new Conv2D(64) { Padding = Padding.Same, Activation = Activation.Relu },
            new MaxPool2D(),
            new Dropout(DropoutRate),
            new Conv2D(128) { Activation = Activation.Relu },
            new MaxPool2D(),
            new Dropout(DropoutRate),
            new Flatten(),
            new Dense(128) { Activation = Activation.Relu },
            new Dense(10) { Activation = Activation.Softmax },
        ]);
    }
}
