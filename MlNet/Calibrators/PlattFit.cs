namespace Microsoft.ML.Calibrators;

/// <summary>
/// Fits Platt's sigmoid to scores by Newton's method with backtracking (Lin, Lin and Weng, 2007), with Platt's targets: a little short of 1 and above 0.
/// </summary>
internal static class PlattFit
{
    private const int MaxIterations = 100;
    private const double Ridge = 1e-12;

    /// <summary>The calibrator of scores whose labels are positive or not; rows weigh as given, or all the same.</summary>
    internal static PlattCalibrator Fit(ReadOnlySpan<float> scores, ReadOnlySpan<float> signs, float[]? weights)
    {
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (signs[i] > 0)
                positives += Weight(weights, i);
            else
                negatives += Weight(weights, i);
        }

        double high = (positives + 1) / (positives + 2);
        double low = 1 / (negatives + 2);
        double slope = 0;
        double offset = Math.Log((negatives + 1) / (positives + 1));
        double value = Loss(scores, signs, weights, high, low, slope, offset);
        for (int iteration = 0; iteration < MaxIterations; iteration++)
        {
            double g1 = 0, g2 = 0, h11 = Ridge, h12 = 0, h22 = Ridge;
            for (int i = 0; i < scores.Length; i++)
            {
                double weight = Weight(weights, i);
                double p = 1 / (1 + Math.Exp((slope * scores[i]) + offset));
                double d = weight * ((signs[i] > 0 ? high : low) - p);
                double w = weight * p * (1 - p);
                g1 += scores[i] * d;
                g2 += d;
                h11 += scores[i] * scores[i] * w;
                h12 += scores[i] * w;
                h22 += w;
            }

            double scale = Math.Max(1, positives + negatives);
            if (Math.Abs(g1) < 1e-9 * scale && Math.Abs(g2) < 1e-9 * scale)
                break;
            double determinant = (h11 * h22) - (h12 * h12);
            double stepSlope = -((h22 * g1) - (h12 * g2)) / determinant;
            double stepOffset = -((h11 * g2) - (h12 * g1)) / determinant;
            double descent = (g1 * stepSlope) + (g2 * stepOffset);
            double length = 1;
            double next;
            do
            {
                next = Loss(scores, signs, weights, high, low, slope + (length * stepSlope), offset + (length * stepOffset));
                if (next < value + (1e-4 * length * descent))
                    break;
                length /= 2;
            }
            while (length > 1e-10);
            if (!(next < value))
                break;
            slope += length * stepSlope;
            offset += length * stepOffset;
            value = next;
        }

        return new PlattCalibrator(slope, offset);
    }

    private static double Loss(ReadOnlySpan<float> scores, ReadOnlySpan<float> signs, float[]? weights, double high, double low, double slope, double offset)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            // The cross-entropy of t and 1 / (1 + e^f), in a form that does not overflow.
            double f = (slope * scores[i]) + offset;
            double target = signs[i] > 0 ? high : low;
            sum += Weight(weights, i) * (f >= 0 ? (target * f) + Math.Log(1 + Math.Exp(-f)) : ((target - 1) * f) + Math.Log(1 + Math.Exp(f)));
        }

        return sum;
    }

    private static double Weight(float[]? weights, int row) => weights is null ? 1 : weights[row];
}
