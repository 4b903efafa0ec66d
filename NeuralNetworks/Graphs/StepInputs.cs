namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>What an operation reads.</summary>
internal readonly ref struct StepInputs(RunContext context, ReadOnlySpan<DenseTensor?> tensors)
{
    private readonly ReadOnlySpan<DenseTensor?> _tensors = tensors;

    public int Count => _tensors.Length;

    /// <exception cref="InvalidDataException">The input was left out.</exception>
    public DenseTensor this[int index] => Optional(index) ?? throw context.Fault($"lacks input {index}.");

    public DenseTensor? Optional(int index) => index < _tensors.Length ? _tensors[index] : null;

    /// <summary>An input of Single.</summary>
    /// <exception cref="InvalidDataException">It was left out, or has other elements.</exception>
    public DenseTensor Singles(int index) => this[index] is { Type: ElementType.Single } found
        ? found
        : throw context.Fault($"must have numbers of single precision as input {index}. Received: {this[index]}.");

    public DenseTensor? OptionalSingles(int index) => Optional(index) is null ? null : Singles(index);

    /// <summary>An input [batch, channels, height, width] of Single, or whatever the four axes are.</summary>
    public DenseTensor Images(int index) => Singles(index) is { Rank: 4 } found
        ? found
        : throw context.Fault($"must have images, of four axes, as input {index}. Received: {this[index]}.");

    /// <summary>The values of an input of whole numbers.</summary>
    /// <exception cref="InvalidDataException">It was left out, or has other elements.</exception>
    public ReadOnlySpan<long> Integers(int index) => this[index].Storage.Integers is null
        ? throw context.Fault($"must have whole numbers as input {index}. Received: {this[index]}.")
        : this[index].Integers;

    /// <summary>A single number of any type.</summary>
    public double Number(int index)
    {
        var tensor = this[index];
        if (tensor.Count != 1)
            throw context.Fault($"must have a single number as input {index}. Received: {tensor}.");
        return tensor.Storage switch
        {
            { Singles: { } singles } => singles[0],
            { Doubles: { } doubles } => doubles[0],
            var storage => storage.Integers![0],
        };
    }

    /// <summary>An axis of a tensor, counted from the end where it is negative.</summary>
    public int Axis(long axis, int rank)
    {
        if (axis < -rank || axis >= rank)
            throw context.Fault($"has the axis {axis} of a tensor of {rank} axes.");
        return (int)(axis < 0 ? axis + rank : axis);
    }
}
