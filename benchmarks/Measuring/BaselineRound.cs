namespace MlNetFashion.Benchmarks;

/// <summary>One timed piece of work on a table of rows.</summary>
/// <param name="Time">Rows and seconds.</param>
/// <param name="Accuracy">On the rows it was trained on, so that one can see that both sides reach the same; null without a model.</param>
internal readonly record struct BaselineRound(Round Time, double? Accuracy);
