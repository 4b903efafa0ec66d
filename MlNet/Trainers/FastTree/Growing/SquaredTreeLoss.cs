namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Half the squared distance of score and label.</summary>
internal sealed class SquaredTreeLoss(float[] labels, EarlyStoppingMetric metric) : ITreeLoss
{
    public bool HasCurvature => false;

    public void Derivatives(ReadOnlySpan<double> scores, Span<double> gradients, Span<double> curvatures)
    {
        for (int i = 0; i < labels.Length; i++)
            gradients[i] = labels[i] - scores[i];
    }

    public float Error(ReadOnlySpan<double> scores, ReadOnlySpan<float> labels)
    {
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double difference = scores[i] - labels[i];
            sum += metric == EarlyStoppingMetric.L1Norm ? Math.Abs(difference) : difference * difference;
        }

        double mean = sum / Math.Max(1, labels.Length);
        return (float)(metric == EarlyStoppingMetric.L1Norm ? mean : Math.Sqrt(mean));
    }
}
