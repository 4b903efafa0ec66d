using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>What one outer fold of a nested cross-validation came to.</summary>
/// <param name="Fold">Its number, from 0.</param>
/// <param name="Chosen">The candidate with the best mean accuracy over the inner folds, the first of equals.</param>
/// <param name="Inner">The accuracy of each candidate over the inner folds.</param>
/// <param name="Evaluation">How the chosen one did on the outer test rows, which had no say in the choice.</param>
public sealed record NestedFoldResult(
    int Fold, string Chosen, ImmutableArray<(string Candidate, Spread Accuracy)> Inner, TestEvaluation Evaluation);
