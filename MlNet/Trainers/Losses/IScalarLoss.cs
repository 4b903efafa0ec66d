namespace Microsoft.ML.Trainers;

/// <summary>A loss of one number, with its derivative.</summary>
public interface IScalarLoss : ILossFunction<float, float>
{
    /// <summary>The derivative of the loss with respect to the output.</summary>
    float Derivative(float output, float label);
}
