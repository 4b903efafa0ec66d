namespace MlNetFashion.Benchmarks;

/// <summary>One timed piece of work on a table of rows.</summary>
/// <param name="Time">Rows and seconds.</param>
/// <param name="Accuracy">On the rows it was trained on or, with ML.NET's defaults, on the test images, so that one can see that both sides reach the same; null without a model.</param>
/// <param name="LogLoss">On the test images; null where the accuracy is not theirs.</param>
internal readonly record struct BaselineRound(Round Time, double? Accuracy, double? LogLoss = null);
