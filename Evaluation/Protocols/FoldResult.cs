using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>What one fold came to.</summary>
/// <param name="Fold">Its number, from 0.</param>
/// <param name="Evaluation">How its model did on the rows it was not trained on.</param>
/// <param name="Model">The model.</param>
/// <param name="Training">How long training took.</param>
/// <param name="TrainRows">Rows trained on; null where ML.NET made the split and does not say.</param>
public sealed record FoldResult(int Fold, TestEvaluation Evaluation, ITransformer Model, TimeSpan Training, int? TrainRows);
