namespace MlNetFashion.Benchmarks;

/// <summary>A heading.</summary>
/// <param name="Name">Its text.</param>
/// <param name="Left">Whether its cells are words, set to the left, and not figures.</param>
internal readonly record struct Column(string Name, bool Left = false);
