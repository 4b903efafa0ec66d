namespace Microsoft.ML.Trainers.FastTree;

/// <summary>What boosted trees minimise.</summary>
internal interface ITreeLoss
{
    /// <summary>Whether leaves are Newton steps, which need the loss's curvature.</summary>
    bool HasCurvature { get; }

    /// <summary>The negative derivative of the loss at each row's score and, where it has one, the second derivative.</summary>
    void Derivatives(ReadOnlySpan<double> scores, Span<double> gradients, Span<double> curvatures);

    /// <summary>The error by which training stops early, at the scores of some rows with their labels.</summary>
    float Error(ReadOnlySpan<double> scores, ReadOnlySpan<float> labels);
}
