namespace MlNetFashion.Evaluation;

/// <summary>A point of a curve over thresholds.</summary>
/// <param name="X">False-positive rate, or recall.</param>
/// <param name="Y">True-positive rate, or precision.</param>
/// <param name="Threshold">The least score that counts as the class here; +∞ where nothing does.</param>
public readonly record struct CurvePoint(double X, double Y, double Threshold);
