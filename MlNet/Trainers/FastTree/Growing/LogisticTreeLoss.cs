namespace Microsoft.ML.Trainers.FastTree;

/// <summary>The logistic loss of labels above zero (true) or not, of the score times <paramref name="steepness"/>.</summary>
internal sealed class LogisticTreeLoss(float[] labels, double steepness, bool balanced, EarlyStoppingMetric metric) : ITreeLoss
{
    private readonly double _positive = balanced ? 1.0 / Math.Max(1, labels.Count(label => label > 0)) : 1;
    private readonly double _negative = balanced ? 1.0 / Math.Max(1, labels.Count(label => !(label > 0))) : 1;

    public bool HasCurvature => true;

    public void Derivatives(ReadOnlySpan<double> scores, Span<double> gradients, Span<double> curvatures)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            bool positive = labels[i] > 0;
            double sign = positive ? steepness : -steepness;
            double share = positive ? _positive : _negative;
            double response = sign / (1 + Math.Exp(sign * scores[i]));
            double magnitude = Math.Abs(response);
            gradients[i] = response * share;
            curvatures[i] = magnitude * (steepness - magnitude) * share;
        }
    }

    public float Error(ReadOnlySpan<double> scores, ReadOnlySpan<float> labels)
    {
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double difference = (1 / (1 + Math.Exp(-steepness * scores[i]))) - (labels[i] > 0 ? 1 : 0);
            sum += metric == EarlyStoppingMetric.L1Norm ? Math.Abs(difference) : difference * difference;
        }

        double mean = sum / Math.Max(1, labels.Length);
        return (float)(metric == EarlyStoppingMetric.L1Norm ? mean : Math.Sqrt(mean));
    }
}
