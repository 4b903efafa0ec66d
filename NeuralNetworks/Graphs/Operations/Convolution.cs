namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>A convolution of images with weights and perhaps a bias. With constant weights it becomes a <see cref="PreparedConvolution"/>.</summary>
internal sealed class Convolution(ConvolutionSettings settings) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    public ConvolutionSettings Settings => settings;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var kernel = context.Plain(inputs.Singles(1));
        var weights = ConvolutionWeights.Of(context, kernel, inputs.OptionalSingles(2), settings);
        context.Release(kernel);
        return new PreparedConvolution(settings, weights).Run(context, inputs.Images(0), null);
    }
}
