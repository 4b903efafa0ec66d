namespace MlNetFashion.NeuralNetworks;

/// <summary>The last dense layer of a classifier, whose softmax gives the probabilities.</summary>
/// <param name="Weights">Row-major <c>[classes, features]</c>.</param>
/// <param name="Biases">One a class.</param>
public sealed record DenseHead(float[] Weights, float[] Biases);
