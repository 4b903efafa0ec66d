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

    /// <summary>Whether steps shrink with the square root of the number of rows seen. The default value is false.</summary>
    public bool DecreaseLearningRate;

    /// <summary>The share of the weights that is taken off twice at each row, at least 0 and below 0.5. The default value is 0.</summary>
    public float L2Regularization;

    /// <summary>After how many rows the weights are set back to their average so far. The default value is null: never.</summary>
    public long? ResetWeightsAfterXExamples;

    /// <summary>
    /// Whether the average is brought up to date only before the weights move, and, to save work, not before they have moved by a hundredth of the way so far.
    /// The default value is true.
    /// </summary>
    public bool LazyUpdate = true;

    /// <summary>By how much each row weighs more in the average than the one before it. The default value is 0.</summary>
    public float RecencyGain;

    /// <summary>Whether a row's weight in the average is multiplied by <see cref="RecencyGain"/> rather than raised by it. The default value is false.</summary>
    public bool RecencyGainMultiplicative;

    /// <summary>Whether the model is the average over all rows rather than the last one. The default value is true.</summary>
    public bool Averaged = true;
}
