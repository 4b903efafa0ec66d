using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

public static partial class Architectures
{
    /// <summary>A. S. Dalvi, "Classification of Fashion MNIST dataset".</summary>
    public static class Dalvi
    {
        /// <summary>One hidden layer of 100 sigmoid neurons.</summary>
        public static NetworkArchitecture OneHidden { get; } = new("dalvi/one-hidden", Pixels784,
        [
            new Dense(100) { Activation = Activation.Sigmoid },
            new Dense(10) { Activation = Activation.Softmax },
        ]);

        /// <summary>"Multiple hidden layers" with relu. Assumed: two, of 128 and 64, since nothing but their being several is said.</summary>
        public static NetworkArchitecture Mlp { get; } = new("dalvi/mlp", Pixels784,
        [
            new Dense(128) { Activation = Activation.Relu },
            new Dense(64) { Activation = Activation.Relu },
            new Dense(10) { Activation = Activation.Softmax },
        ]);

        /// <summary>
        /// Convolutions with stride 2 and padding "same", no pooling. Assumed, as the figure with the sizes is lost: 32 and 64 filters of 3x3 (28
        /// to 14 to 7) and 128 dense units.
        /// </summary>
        public static NetworkArchitecture Cnn { get; } = new("dalvi/cnn", Grey28,
        [
            new Conv2D(32) { Strides = 2, Padding = Padding.Same, Activation = Activation.Relu },
            new Conv2D(64) { Strides = 2, Padding = Padding.Same, Activation = Activation.Relu },
            new Flatten(),
            new Dense(128) { Activation = Activation.Relu },
            new Dense(10) { Activation = Activation.Softmax },
        ]);
    }
}
