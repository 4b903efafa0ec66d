namespace MlNetFashion.Benchmarks;

/// <summary>One timed piece of work with a linear model.</summary>
/// <param name="Time">Rows and seconds.</param>
/// <param name="Accuracy">On the rows it was trained on, so that one can see that both sides reach the same.</param>
internal readonly record struct BaselineRound(Round Time, double Accuracy);
