using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

public static partial class Architectures
{
    /// <summary>T. Fitch, "CNN Analysis on Fashion MNIST Dataset" (2024). All convolutions are 3x3, valid, relu, as in its figure 3.</summary>
    public static class Fitch
    {
        /// <summary>Conv 32-64-64, two poolings, Dense 64.</summary>
        public static NetworkArchitecture Model1 { get; } = Build("fitch/model-1", [32, 64, 64], [new Dense(64) { Activation = Activation.Relu }]);

        /// <summary>Conv 32-64-128, Dense 128-64. Assumed: its dropout of 0.5 stands between the two, where figure 3 has model 7's.</summary>
        public static NetworkArchitecture Model2 { get; } = Build("fitch/model-2", [32, 64, 128], Head(128, 0.5, 64));

        /// <summary>Model 2, trained for longer.</summary>
        public static NetworkArchitecture Model3 { get; } = Model2 with { Name = "fitch/model-3" };

        /// <summary>
        /// Model 2 with Dense 256-128, dropout 0.4 and 0.3, and batch normalisation after each convolution. Assumed: a dropout after each of the two
        /// dense layers.
        /// </summary>
        public static NetworkArchitecture Model4 { get; } = Normalised("fitch/model-4", [32, 64, 128], 256, 128);

        /// <summary>Model 4, trained on augmented images.</summary>
        public static NetworkArchitecture Model5 { get; } = Model4 with { Name = "fitch/model-5" };

        /// <summary>Conv 64-128-256, Dense 512-256. Assumed: with the batch normalisation of the models it was made from.</summary>
        public static NetworkArchitecture Model6 { get; } = Normalised("fitch/model-6", [64, 128, 256], 512, 256);

        /// <summary>Conv 64-128-256, Dense 256-128, dropout 0.2 as in the code of figure 3; the report's table says 0.5.</summary>
        public static NetworkArchitecture Model7 { get; } = Model7With(0.2);

        /// <summary>Dense 256 only.</summary>
        public static NetworkArchitecture Model8 { get; } = new("fitch/model-8", Grey28,
        [
            new Flatten(),
            new Dense(256) { Activation = Activation.Relu },
            new Dense(10) { Activation = Activation.Softmax },
        ]);

        /// <summary>Model 7 with another dropout rate.</summary>
        public static NetworkArchitecture Model7With(double dropout) => Build("fitch/model-7", [64, 128, 256], Head(256, dropout, 128));

        /// <summary>Model 7 with the mean of each window in place of the largest value.</summary>
        public static NetworkArchitecture Model7AveragePool { get; } = Model7 with
        {
            Name = "fitch/model-7-average-pool",
            Layers = [.. Model7.Layers.Select(layer => layer is MaxPool2D ? new AveragePool2D() : layer)],
        };

        /// <summary>Model 7 with kernels of 5x5. Assumed: padding "same" for the last, since only 4x4 pixels are left before it.</summary>
        public static NetworkArchitecture Model7Kernel5 { get; } = Model7 with
        {
            Name = "fitch/model-7-kernel-5",
            Layers =
            [
                .. Model7.Layers.Select(layer => layer is Conv2D convolution
                    ? convolution with { KernelSize = 5, Padding = convolution.Filters == 256 ? Padding.Same : Padding.Valid }
                    : layer),
            ],
        };

        private static ImmutableArray<Layer> Head(int first, double dropout, int second) =>
        [
            new Dense(first) { Activation = Activation.Relu },
            new Dropout(dropout),
            new Dense(second) { Activation = Activation.Relu },
        ];

        private static NetworkArchitecture Normalised(string name, ImmutableArray<int> filters, int first, int second)
        {
            var plain = Build(name, filters, [.. Head(first, 0.4, second), new Dropout(0.3)]);
            return plain with
            {
                Layers = [.. plain.Layers.SelectMany(layer => layer is Conv2D ? new[] { layer, new BatchNormalization() } : [layer])],
            };
        }

        /// <summary>Three convolutions with pooling after the first two, then the head.</summary>
        private static NetworkArchitecture Build(string name, ImmutableArray<int> filters, ImmutableArray<Layer> head) => new(name, Grey28,
        [
            new Conv2D(filters[0]) { Activation = Activation.Relu },
            new MaxPool2D(),
            new Conv2D(filters[1]) { Activation = Activation.Relu },
            new MaxPool2D(),
            new Conv2D(filters[2]) { Activation = Activation.Relu },
            new Flatten(),
            .. head,
            new Dense(10) { Activation = Activation.Softmax },
        ]);
    }
}
