using System.Collections.Immutable;
using System.Globalization;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

public static partial class Architectures
{
    /// <summary>kh, "Convolution Neural Network on fashion_mnist" (2021).</summary>
    public static class Kh
    {
        /// <summary>Assumed: the report explains dropout by a rate of 0.5 and names no other.</summary>
        public const double DropoutRate = 0.5;

        /// <summary>Assumed: Keras's customary factor, on every kernel but the last; the report only says that L2 was applied.</summary>
        public const double L2 = 0.001;

        /// <summary>The "regularized ANN", 535,818 parameters. Assumed: relu; regularised by its dropout layer alone.</summary>
        public static NetworkArchitecture Ann { get; } = new("kh/ann", Pixels784,
        [
            new Dense(512) { Activation = Activation.Relu },
            new Dense(256) { Activation = Activation.Relu },
            new Dropout(DropoutRate),
            new Dense(10) { Activation = Activation.Softmax },
        ]);

        /// <summary>The basic network without regularisation, 28,394 parameters.</summary>
        public static NetworkArchitecture CnnPlain { get; } = Build("kh/cnn-plain", [32, 32, 32], 32, dropout: 0, l2: 0);

        /// <summary>The base model: the same with dropout after flatten and L2.</summary>
        public static NetworkArchitecture CnnBase { get; } = Build("kh/cnn-base", [32, 32, 32], 32, DropoutRate, L2);

        /// <summary>The best tuned network, 1,030,218 parameters.</summary>
        public static NetworkArchitecture CnnBest { get; } = Build("kh/cnn-best", [64, 64], 128, DropoutRate, L2);

        /// <summary>
        /// A network of its grid search: one to three convolutions, with pooling between them, as in the base model. Assumed: with the base
        /// model's dropout and L2.
        /// </summary>
        /// <param name="filters">Filters of each convolution.</param>
        /// <param name="denseUnits">Units of the dense layer.</param>
        public static NetworkArchitecture Grid(ImmutableArray<int> filters, int denseUnits) => Build(
            string.Create(CultureInfo.InvariantCulture, $"kh/grid-{filters.Length}/{string.Join('-', filters)}-{denseUnits}"),
            filters, denseUnits, DropoutRate, L2);

        private static NetworkArchitecture Build(string name, ImmutableArray<int> filters, int denseUnits, double dropout, double l2)
        {
            var layers = ImmutableArray.CreateBuilder<Layer>();
            foreach (var count in filters)
            {
                if (layers.Count > 0)
                    layers.Add(new MaxPool2D());
                layers.Add(new Conv2D(count) { Activation = Activation.Relu, L2 = l2 });
            }

            layers.Add(new Flatten());
            if (dropout > 0)
                layers.Add(new Dropout(dropout));
            layers.Add(new Dense(denseUnits) { Activation = Activation.Relu, L2 = l2 });
            layers.Add(new Dense(10) { Activation = Activation.Softmax });
            return new NetworkArchitecture(name, Grey28, layers.ToImmutable());
        }
    }
}
