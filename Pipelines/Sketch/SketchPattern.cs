namespace MlNetFashion.Pipelines;

/// <summary>What is woven into the cloth.</summary>
internal enum SketchPattern
{
    Plain,

    /// <summary>Light and dark change from left to right.</summary>
    Across,

    /// <summary>Light and dark change from top to bottom.</summary>
    Down,

    /// <summary>Both.</summary>
    Check,
}
