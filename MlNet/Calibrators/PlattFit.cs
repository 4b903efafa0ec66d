namespace Microsoft.ML.Calibrators;

/// <summary>
/// Fits Platt's sigmoid to scores as Platt (1999) does: Levenberg and Marquardt's steps on the cross-entropy with his targets, a little short of 1 and above 0.
/// As in ML.NET, the work ends once three steps in a row were worth less than a thousandth.
/// </summary>
internal static class PlattFit
{
    private const int MaxIterations = 100;
    private const double LeastGradient = 1e-9;
    private const double LogarithmOfNothing = -200;

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
        var probabilities = new float[scores.Length];
        probabilities.AsSpan().Fill((float)((positives + 1) / (positives + negatives + 2)));
        double damping = 1e-3;
        double last = double.MaxValue / 2;
        int idle = 0;
        for (int iteration = 0; iteration < MaxIterations && idle < 3; iteration++)
        {
            double h11 = 0, h12 = 0, h22 = 0, g1 = 0, g2 = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                double weight = Weight(weights, i);
                float p = probabilities[i];
                double curvature = p * (1 - p) * weight;
                double slack = (p - (signs[i] > 0 ? high : low)) * weight;
                h11 += scores[i] * scores[i] * curvature;
                h12 += scores[i] * curvature;
                h22 += curvature;
                g1 += scores[i] * slack;
                g2 += slack;
            }

            if (Math.Abs(g1) < LeastGradient && Math.Abs(g2) < LeastGradient)
                break;
            double slopeBefore = slope;
            double offsetBefore = offset;
            double loss;
            while (true)
            {
                double determinant = ((h11 + damping) * (h22 + damping)) - (h12 * h12);
                if (determinant == 0)
                {
                    damping *= 10;
                    continue;
                }

                slope = slopeBefore + ((((h22 + damping) * g1) - (h12 * g2)) / determinant);
                offset = offsetBefore + ((((h11 + damping) * g2) - (h12 * g1)) / determinant);
                loss = Loss(scores, signs, weights, high, low, slope, offset, probabilities);
                if (loss < last * (1 + 1e-7))
                {
                    damping *= 0.1;
                    break;
                }

                damping *= 10;
                if (damping >= 1e6)
                    break;
            }

            double change = loss - last;
            double scale = 0.5 * (loss + last + 1);
            idle = change > -1e-3 * scale && change < 1e-7 * scale ? idle + 1 : 0;
            last = loss;
        }

        return new PlattCalibrator(slope, offset);
    }

    /// <summary>The cross-entropy, and the probabilities themselves.</summary>
    private static double Loss(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> signs, float[]? weights, double high, double low, double slope, double offset, float[] probabilities)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            float p = (float)(1 / (1 + Math.Exp((slope * scores[i]) + offset)));
            probabilities[i] = p;
            double target = signs[i] > 0 ? high : low;
            double positive = p > 0 ? Math.Log(p) : LogarithmOfNothing;
            double negative = p < 1 ? Math.Log(1 - p) : LogarithmOfNothing;
            sum -= Weight(weights, i) * ((target * positive) + ((1 - target) * negative));
        }

        return sum;
    }

    private static double Weight(float[]? weights, int row) => weights is null ? 1 : weights[row];
}
