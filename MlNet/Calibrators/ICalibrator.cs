namespace Microsoft.ML.Calibrators;

/// <summary>Makes probabilities of the scores of a binary classifier.</summary>
public interface ICalibrator
{
    /// <summary>The probability that a row with this score is positive.</summary>
    float PredictProbability(float output);
}
