namespace MlNetFashion.NeuralNetworks.Tests.Reference;

/// <summary>
/// One layer in double precision, written as its definition reads, without a thought for speed. It keeps what it needs of the last
/// forward pass for the backward pass.
/// </summary>
internal abstract class ReferenceLayer(ResolvedLayer place)
{
    protected TensorShape Input { get; } = place.Input.Shape;

    protected TensorShape Output { get; } = place.Output.Shape;

    public ResolvedLayer Place { get; } = place;

    public List<ReferenceParameter> Parameters { get; } = [];

    /// <summary>Input <c>[batch, height, width, channels]</c> to output, both row-major.</summary>
    public abstract double[] Forward(double[] x, int batch, bool training);

    /// <summary>Gradient of the loss by the output to that by the input; adds to the parameters' gradients.</summary>
    public abstract double[] Backward(double[] dy, int batch);
}
