using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>One of several splits of the training images.</summary>
/// <param name="Protocol">How they are split; one that draws at random draws by the run's seed.</param>
/// <param name="Number">Which split, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Use">What the images held back are for.</param>
internal sealed record TrainingFold(Protocol Protocol, int Number, int Count, FoldUse Use);
