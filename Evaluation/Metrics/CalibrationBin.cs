namespace MlNetFashion.Evaluation;

/// <summary>Rows whose confidence lies in one stretch, the lower end excluded.</summary>
/// <param name="Lower">Its lower end.</param>
/// <param name="Upper">Its upper end, included.</param>
/// <param name="Count">Rows in it.</param>
/// <param name="Confidence">Their mean confidence; NaN without rows.</param>
/// <param name="Accuracy">The share of them classified rightly; NaN without rows.</param>
public sealed record CalibrationBin(double Lower, double Upper, int Count, double Confidence, double Accuracy);
