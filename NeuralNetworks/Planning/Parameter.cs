using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// One array of weights in the layout kernels want. Outside it is row-major <c>[rows, columns]</c> (a convolution's kernel with height,
/// width and inputs folded into the rows); inside, rows are padded with the channels they multiply and columns lie in panels.
/// </summary>
internal sealed unsafe class Parameter
{
    private readonly Arena _arena;
    private readonly int _columns;
    private readonly int _channels;
    private readonly int _physicalChannels;

    /// <summary>A matrix whose rows come in groups of <paramref name="channels"/>, padded to <paramref name="physicalChannels"/>.</summary>
    public Parameter(Arena arena, ParameterSpec spec, PackedMatrix layout, int columns, int channels, int physicalChannels)
    {
        _arena = arena;
        Spec = spec;
        Layout = layout;
        _columns = columns;
        _channels = channels;
        _physicalChannels = physicalChannels;
        Values = arena.Floats(layout.Count);
    }

    public ParameterSpec Spec { get; }

    public PackedMatrix Layout { get; }

    public float* Values { get; }

    /// <summary>What an optimiser keeps beside the values, each as long as they are.</summary>
    public float*[] State { get; set; } = [];

    public int Count => Layout.Count;

    /// <summary>A plain vector, one value a channel.</summary>
    public static Parameter Vector(Arena arena, ParameterSpec spec, int width) =>
        new(arena, spec, new PackedMatrix(1, Tensor.RoundUp(spec.Count, width) / width, width), spec.Count, 1, 1);

    public void Import(ReadOnlySpan<float> values) => Import(values, Values);

    /// <summary>Row-major values to a buffer in this parameter's layout.</summary>
    public void Import(ReadOnlySpan<float> values, float* destination)
    {
        for (var i = 0; i < values.Length; i++)
            destination[Offset(i)] = values[i];
        GC.KeepAlive(_arena);
    }

    public float[] Export() => Export(Values);

    /// <summary>A buffer in this parameter's layout to row-major values.</summary>
    public float[] Export(float* source)
    {
        var values = new float[Spec.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = source[Offset(i)];
        GC.KeepAlive(_arena);
        return values;
    }

    private nint Offset(int index)
    {
        var (row, column) = Math.DivRem(index, _columns);
        return Layout.Offset((row / _channels * _physicalChannels) + (row % _channels), column);
    }
}
