using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>The layers of a model, as the table that reports print.</summary>
/// <param name="Name">The model's name, as "safaei/cnn_1".</param>
/// <param name="Layers">In the order data goes through them.</param>
/// <param name="TotalParameters">Weights in all layers.</param>
public sealed record ModelSummary(string Name, ImmutableArray<ModelSummaryRow> Layers, long TotalParameters);
