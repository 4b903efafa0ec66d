using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines.Tests.Models;

/// <summary>Tiny classifiers of three classes over 4x4 images of two channels, and schemas that fit them.</summary>
internal static class SmallNetworks
{
    public static Network Convolution() => WithWeights(new NetworkArchitecture("small", new TensorShape(4, 4, 2),
    [
        new Conv2D(3) { Padding = NeuralNetworks.Padding.Same, Activation = Activation.Relu },
        new MaxPool2D(),
        new Dropout(0.5),
        new Flatten(),
        new Dense(5) { Activation = Activation.Tanh },
        new Dense(3) { Activation = Activation.Softmax },
    ]), [[3, 3, 2, 3], [3], [12, 5], [5], [5, 3], [3]]);

    /// <summary>A network over grey images of 8x4.</summary>
    public static Network Grey() => WithWeights(new NetworkArchitecture("grey", new TensorShape(8, 4, 1),
    [
        new Conv2D(3) { Padding = NeuralNetworks.Padding.Same, Activation = Activation.Relu },
        new MaxPool2D(),
        new Flatten(),
        new Dense(3) { Activation = Activation.Softmax },
    ]), [[3, 3, 1, 3], [3], [24, 3], [3]]);

    /// <summary>A network that is its head alone, over vectors of 32.</summary>
    public static Network Linear() =>
        WithWeights(new NetworkArchitecture("linear", new TensorShape(1, 1, 32), [new Dense(3) { Activation = Activation.Softmax }]), [[32, 3], [3]]);

    /// <summary>A schema with a vector of Single and a key of three values as its label.</summary>
    public static DataViewSchema Schema(string featureColumn, int size)
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumn(featureColumn, new VectorDataViewType(NumberDataViewType.Single, size));
        builder.AddColumn("Label", new KeyDataViewType(typeof(uint), 3));
        return builder.ToSchema();
    }

    // The shapes are those of the layers with weights, kernel and bias in turn.
    private static Network WithWeights(NetworkArchitecture architecture, int[][] shapes)
    {
        var random = new Random(3);
        var next = 0;
        return Network.FromParameters(architecture,
        [
            .. architecture.Layers.Select(layer => new LayerParameters("", layer is Conv2D or Dense ? [Draw("kernel"), Draw("bias")] : [])),
        ]);

        NamedArray Draw(string name)
        {
            var shape = shapes[next++];
            var values = Enumerable.Range(0, shape.Aggregate(1, (product, size) => product * size)).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
            return new NamedArray(name, [.. shape], values);
        }
    }
}
