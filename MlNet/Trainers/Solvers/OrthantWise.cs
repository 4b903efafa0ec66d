namespace Microsoft.ML.Trainers;

/// <summary>The parts of OWL-QN that look at the signs of the parameters (Andrew and Gao, 2007, section 3.1).</summary>
internal static class OrthantWise
{
    /// <summary>The direction of steepest descent of the function with its L1 penalty.</summary>
    internal static void SteepestDescent(ReadOnlySpan<float> point, ReadOnlySpan<float> gradient, QuasiNewtonOptions options, Span<float> descent)
    {
        float l1 = options.L1;
        int free = options.Unpenalized;
        for (int i = 0; i < free; i++)
            descent[i] = -gradient[i];
        for (int i = free; i < point.Length; i++)
        {
            float x = point[i];
            float g = gradient[i];
            if (x < 0)
                descent[i] = -g + l1;
            else if (x > 0)
                descent[i] = -g - l1;
            else if (g < -l1)
                descent[i] = -g - l1;
            else if (g > l1 && !options.NonNegative)
                descent[i] = -g + l1;
            else
                descent[i] = 0;
        }
    }

    /// <summary>Keeps parameters that the penalty holds at zero where they are.</summary>
    internal static void DropBlocked(ReadOnlySpan<float> descent, Span<float> direction)
    {
        for (int i = 0; i < descent.Length; i++)
        {
            if (descent[i] == 0)
                direction[i] = 0;
        }
    }

    /// <summary>Takes out of a direction what leads against the steepest descent.</summary>
    internal static void DropOpposed(ReadOnlySpan<float> descent, Span<float> direction, QuasiNewtonOptions options)
    {
        for (int i = options.Unpenalized; i < descent.Length; i++)
        {
            if (descent[i] * direction[i] < 0)
                direction[i] = 0;
        }
    }

    /// <summary>
    /// Stops parameters at zero that would change their sign. As in ML.NET, and unlike in the paper, one that is zero may go either way: the curvature knows
    /// better than the gradient alone where it belongs.
    /// </summary>
    internal static void Project(ReadOnlySpan<float> point, Span<float> next, QuasiNewtonOptions options)
    {
        for (int i = options.Unpenalized; i < next.Length; i++)
        {
            if (options.NonNegative ? next[i] < 0 : point[i] * next[i] < 0)
                next[i] = 0;
        }
    }

    /// <summary>The decrease that the steepest descent promises for this step.</summary>
    internal static double Promise(ReadOnlySpan<float> descent, ReadOnlySpan<float> point, ReadOnlySpan<float> next)
    {
        double sum = 0;
        for (int i = 0; i < descent.Length; i++)
            sum += (double)descent[i] * (next[i] - point[i]);
        return sum;
    }
}
