using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

/// <summary>The networks of the reports, a class a report. Where a report is silent the choice is marked "assumed".</summary>
public static partial class Architectures
{
    /// <summary>A grey image of 28x28 pixels.</summary>
    private static readonly TensorShape Grey28 = new(28, 28, 1);

    /// <summary>The same as a plain vector, for networks without convolutions.</summary>
    private static readonly TensorShape Pixels784 = new(1, 1, 784);

    private static string Lower(Activation activation) => activation.ToString().ToLowerInvariant();
}
