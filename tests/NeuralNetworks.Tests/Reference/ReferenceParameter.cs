namespace MlNetFashion.NeuralNetworks.Tests.Reference;

/// <summary>A parameter array in double precision, with its gradient and whatever an optimiser keeps beside it.</summary>
internal sealed class ReferenceParameter(ParameterSpec spec, double[] values)
{
    public ParameterSpec Spec { get; } = spec;

    public double[] Values { get; } = values;

    public double[] Gradient { get; } = new double[values.Length];

    public double[][] State { get; } = [new double[values.Length], new double[values.Length], new double[values.Length]];
}
