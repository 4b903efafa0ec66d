namespace MlNetFashion.NeuralNetworks;

/// <summary>One line of a summary.</summary>
/// <param name="Name">The layer's name within its network, for example <c>conv2d_1</c>.</param>
/// <param name="Type">The layer's type as Keras prints it, for example <c>MaxPooling2D</c>.</param>
/// <param name="OutputShape">As Keras prints it, for example <c>(None, 28, 28, 32)</c>.</param>
/// <param name="Parameters">Number of values the layer holds, running statistics included.</param>
/// <param name="MultiplyAdds">Multiplications with addition for one image, forward.</param>
public sealed record LayerSummary(string Name, string Type, string OutputShape, long Parameters, long MultiplyAdds);
