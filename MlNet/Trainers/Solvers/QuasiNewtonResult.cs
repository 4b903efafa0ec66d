namespace Microsoft.ML.Trainers;

/// <summary>What a minimisation came to. <paramref name="Premature"/> says why it ended before it converged, where it did.</summary>
internal sealed record QuasiNewtonResult(float[] Point, double Value, int Iterations, int Evaluations, string? Premature);
