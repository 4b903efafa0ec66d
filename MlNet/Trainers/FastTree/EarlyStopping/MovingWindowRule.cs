namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A rule that looks at the last training scores.</summary>
public abstract class MovingWindowRule : EarlyStoppingRule
{
    private readonly Queue<float> _scores = new();

    private protected MovingWindowRule(float threshold, int windowSize)
    {
        if (threshold is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), $"A threshold from 0 to 1 was expected. Received: {threshold}.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windowSize);
        Threshold = threshold;
        WindowSize = windowSize;
    }

    /// <summary>The share that counts as little.</summary>
    public float Threshold { get; }

    /// <summary>How many scores are looked at.</summary>
    public int WindowSize { get; }

    /// <summary>The best and the mean of the last scores; false while there are too few.</summary>
    private protected bool Recent(float score, out float best, out float average)
    {
        bool full = _scores.Count == WindowSize;
        if (full)
            _scores.Dequeue();
        _scores.Enqueue(score);
        best = LowerIsBetter ? _scores.Min() : _scores.Max();
        average = _scores.Average();
        return full;
    }
}
