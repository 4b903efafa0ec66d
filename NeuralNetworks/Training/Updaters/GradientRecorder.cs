using System.Numerics.Tensors;
using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>Keeps gradients, penalties included, instead of using them: what checks of gradients look at.</summary>
internal sealed unsafe class GradientRecorder : Updater
{
    public override int States => 1;

    public override void BeginStep(int step, double learningRate)
    {
    }

    public override float Apply(Parameter parameter, nint offset, float* gradient, int count)
    {
        for (var i = 0; i < count; i++)
            parameter.State[0][offset + i] = gradient[i] + (float)(2 * parameter.Spec.L2 * parameter.Values[offset + i]);
        var values = new ReadOnlySpan<float>(parameter.Values + offset, count);
        return TensorPrimitives.SumOfSquares(values);
    }
}
