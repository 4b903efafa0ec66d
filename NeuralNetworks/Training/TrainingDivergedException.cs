namespace MlNetFashion.NeuralNetworks;

/// <summary>The loss stopped being a number: usually the learning rate is too high, or a pixel is not a number.</summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    public TrainingDivergedException(string message)
        : base(message)
    {
    }

    public TrainingDivergedException()
    {
    }

    public TrainingDivergedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
