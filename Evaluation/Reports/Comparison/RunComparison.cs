namespace MlNetFashion.Evaluation;

/// <summary>Two runs held against each other.</summary>
/// <param name="First">One run.</param>
/// <param name="FirstName">What it is called where both are named.</param>
/// <param name="Second">The other.</param>
/// <param name="SecondName">What that is called.</param>
/// <param name="Test">How many rows only one got right, and what follows.</param>
/// <param name="Finding">Which is better, in a sentence.</param>
public sealed record RunComparison(RunRecord First, string FirstName, RunRecord Second, string SecondName, McNemarTest Test, ModelComparison Finding);
