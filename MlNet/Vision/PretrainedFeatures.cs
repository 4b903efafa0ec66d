namespace Microsoft.ML.Vision;

/// <summary>The part of a pretrained graph that turns images into features.</summary>
/// <param name="Scorer">What computes them.</param>
/// <param name="Graph">The graph, a protocol buffer.</param>
/// <param name="Input">The node that is fed with images.</param>
/// <param name="Output">The node that gives the features.</param>
internal sealed record PretrainedFeatures(IImageScorer Scorer, byte[] Graph, string Input, string Output);
