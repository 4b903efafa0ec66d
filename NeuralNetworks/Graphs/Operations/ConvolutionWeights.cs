namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Weights of a convolution in one order: for each group a matrix [height x width x channels, filters].</summary>
internal sealed record ConvolutionWeights(int Height, int Width, int Groups, int Channels, int Filters, float[] Values, float[]? Bias)
{
    /// <summary>Filters of all groups.</summary>
    public int AllFilters => Groups * Filters;

    /// <summary>Rows of a matrix.</summary>
    public int Depth => Height * Width * Channels;

    /// <exception cref="InvalidDataException">The weights do not fit the groups.</exception>
    public static ConvolutionWeights Of(RunContext context, DenseTensor kernel, DenseTensor? bias, ConvolutionSettings settings)
    {
        if (kernel.Rank != 4 || kernel.Count == 0)
            throw context.Fault($"must have weights of four axes. Received: {kernel}.");
        var shape = kernel.Shape;
        var weights = settings.Layout switch
        {
            KernelLayout.FiltersFirst => new ConvolutionWeights(shape[2], shape[3], settings.Groups, shape[1], Divided(shape[0]), [], null),
            KernelLayout.FiltersLast => new ConvolutionWeights(shape[0], shape[1], settings.Groups, shape[2], Divided(shape[3]), [], null),
            _ => new ConvolutionWeights(shape[0], shape[1], shape[2], 1, shape[3], [], null),
        };
        if (bias is not null && bias.Count != weights.AllFilters)
            throw context.Fault($"must have a bias of {weights.AllFilters} values. Received: {bias}.");
        return weights with { Values = weights.Ordered(kernel, settings.Layout), Bias = bias?.Singles.ToArray() };

        int Divided(int filters) => settings.Groups >= 1 && filters % settings.Groups == 0
            ? filters / settings.Groups
            : throw context.Fault($"must have filters for {settings.Groups} groups. Received: {kernel}.");
    }

    /// <summary>The weights that give what these give, times a factor and plus an offset for each filter.</summary>
    public ConvolutionWeights Scaled(float[]? factors, float[] offsets)
    {
        var bias = new float[AllFilters];
        for (var i = 0; i < bias.Length; i++)
            bias[i] = ((Bias?[i] ?? 0) * (factors?[i] ?? 1)) + offsets[i];
        if (factors is null)
            return this with { Bias = bias };
        var values = new float[Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Values[i] * factors[(i / (Depth * Filters) * Filters) + (i % Filters)];
        return this with { Values = values, Bias = bias };
    }

    private float[] Ordered(DenseTensor kernel, KernelLayout layout)
    {
        var source = kernel.Singles;
        var target = new float[kernel.Count];
        var place = 0;
        for (var group = 0; group < Groups; group++)
        {
            for (var tap = 0; tap < Height * Width; tap++)
            {
                for (var channel = 0; channel < Channels; channel++)
                {
                    for (var filter = 0; filter < Filters; filter++)
                    {
                        target[place++] = source[layout switch
                        {
                            KernelLayout.FiltersFirst => (((((group * Filters) + filter) * Channels) + channel) * Height * Width) + tap,
                            KernelLayout.FiltersLast => (((tap * Channels) + channel) * AllFilters) + (group * Filters) + filter,
                            _ => (((tap * Groups) + group) * Filters) + filter,
                        }];
                    }
                }
            }
        }

        return target;
    }
}
