namespace Microsoft.ML.Trainers;

/// <summary>How trainers that average the linear models of all rows work.</summary>
public abstract class AveragedLinearOptions : OnlineLinearOptions
{
    /// <summary>For derived classes.</summary>
    protected AveragedLinearOptions()
    {
    }

    /// <summary>The length of a step. The default value is 1 for the averaged perceptron.</summary>
    public float LearningRate = 1;

    /// <summary>Whether steps shrink with the square root of the number of steps. The default value is false.</summary>
    public bool DecreaseLearningRate;

    /// <summary>Weight of half the squared length of the weights, for a row. The default value is 0.</summary>
    public float L2Regularization;

    /// <summary>Whether the model is the average over all rows rather than the last one. The default value is true.</summary>
    public bool Averaged = true;
}
