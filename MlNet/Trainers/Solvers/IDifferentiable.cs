namespace Microsoft.ML.Trainers;

/// <summary>A function of many parameters that can be minimised.</summary>
internal interface IDifferentiable
{
    int Parameters { get; }

    /// <summary>The value at <paramref name="point"/>; fills in the gradient there.</summary>
    double Evaluate(ReadOnlySpan<float> point, Span<float> gradient);
}
