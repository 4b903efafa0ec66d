using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>One split of the rows: those to train on, and those to judge on.</summary>
/// <param name="Train">Row positions, ascending.</param>
/// <param name="Test">Row positions, ascending, none of them in <paramref name="Train"/>.</param>
public sealed record Fold(ImmutableArray<int> Train, ImmutableArray<int> Test);
