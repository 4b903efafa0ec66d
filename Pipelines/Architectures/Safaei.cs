using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

public static partial class Architectures
{
    /// <summary>S. Safaei, "Fashion MNIST Classification with Neural Network Models".</summary>
    public static class Safaei
    {
        /// <summary>
        /// The convolutional network of its figure 10, 628,630 parameters. Assumed, as the report does not say: the relu of both layers, and
        /// the dropout rate (see <see cref="Cnn1DropoutRate"/>).
        /// </summary>
        public static NetworkArchitecture Cnn1 { get; } = new("safaei/cnn_1", Grey28,
        [
            new Conv2D(32) { Padding = Padding.Same, Activation = Activation.Relu },
            new MaxPool2D(),
            new Dropout(Cnn1DropoutRate),
            new Flatten(),
            new Dense(100) { Activation = Activation.Relu },
            new Dense(10) { Activation = Activation.Softmax },
        ]);

        /// <summary>Assumed; chosen by validation accuracy.</summary>
        public const double Cnn1DropoutRate = 0.5;

        /// <summary>The first network: "3 sequential layers; the first layer has 100 nodes". Assumed: so has the second.</summary>
        public static NetworkArchitecture Mlp { get; } = MlpWith(Activation.Relu);

        /// <summary>The first network with another activation, for its grid search.</summary>
        public static NetworkArchitecture MlpWith(Activation activation) =>
            new(activation == Activation.Relu ? "safaei/mlp" : $"safaei/mlp-{Lower(activation)}", Pixels784,
            [
                new Dense(100) { Activation = activation },
                new Dense(100) { Activation = activation },
                new Dense(10) { Activation = Activation.Softmax },
            ]);
    }
}
