using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>What training gives.</summary>
/// <param name="Network">The trained network: of the best epoch with <see cref="EarlyStopping.RestoreBestWeights"/>, of the last otherwise.</param>
/// <param name="History">One entry an epoch.</param>
/// <param name="BestEpoch">The epoch with the best monitored figure, counted from 1; the last without <see cref="EarlyStopping"/>.</param>
/// <param name="StoppedEarly">Whether early stopping ended training before the last epoch.</param>
public sealed record TrainingResult(Network Network, ImmutableArray<EpochResult> History, int BestEpoch, bool StoppedEarly);
