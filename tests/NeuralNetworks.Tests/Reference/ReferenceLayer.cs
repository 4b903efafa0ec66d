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

    /// <summary>Those of the layers inside, too.</summary>
    public virtual IEnumerable<ReferenceParameter> AllParameters => Parameters;

    public static ReferenceLayer Create(ResolvedLayer place, LayerParameters values)
    {
        ReferenceLayer created = place.Layer switch
        {
            Conv2D layer => new ReferenceConv2D(place, layer),
            MaxPool2D layer => new ReferenceMaxPool2D(place, layer),
            AveragePool2D layer => new ReferenceAveragePool2D(place, layer.PoolSize, layer.PoolSize, layer.Strides ?? layer.PoolSize, layer.Padding),
            GlobalAveragePool2D => new ReferenceAveragePool2D(place, place.Input.Shape.Height, place.Input.Shape.Width, 1, Padding.Valid),
            BatchNormalization layer => new ReferenceBatchNormalization(place, layer),
            Residual layer => new ReferenceResidual(place, layer, values),
            Dense layer => new ReferenceDense(place, layer),
            Flatten => new ReferenceFlatten(place),
            ActivationLayer layer => new ReferenceActivationLayer(place, layer),
            _ => throw new ArgumentException($"A layer with a reference implementation was expected. Received: {place.Layer.GetType().Name}."),
        };
        if (!place.IsNest)
        {
            foreach (var spec in place.Parameters)
                created.Parameters.Add(new ReferenceParameter(spec, [.. values[spec.Name].Values.Select(value => (double)value)]));
        }

        return created;
    }

    /// <summary>Input <c>[batch, height, width, channels]</c> to output, both row-major.</summary>
    public abstract double[] Forward(double[] x, int batch, bool training);

    protected double[]? Values(string role) => Parameters.Find(parameter => parameter.Spec.Role == role)?.Values;

    protected double[]? Gradient(string role) => Parameters.Find(parameter => parameter.Spec.Role == role)?.Gradient;

    /// <summary>Gradient of the loss by the output to that by the input; adds to the parameters' gradients.</summary>
    public abstract double[] Backward(double[] dy, int batch);
}
