namespace Microsoft.ML.Data;

/// <summary>Maps a value to a score and a probability.</summary>
internal delegate void ProbabilityMapper<TSource>(in TSource source, out float score, out float probability);

/// <summary>A model of a binary label that gives a probability beside its score. A mapper it gives is used by one thread; the model itself by many.</summary>
internal interface IProbabilityMapper : IValueMapper
{
    /// <summary>A mapper from feature vectors.</summary>
    ProbabilityMapper<VBuffer<float>> GetProbabilityMapper();
}
