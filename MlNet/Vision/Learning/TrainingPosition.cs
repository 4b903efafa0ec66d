namespace Microsoft.ML.Vision;

/// <summary>Where a training stands before a batch.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Batch">Batches done in this one.</param>
/// <param name="BatchSize">Images a batch.</param>
/// <param name="BatchesPerEpoch">Full batches an epoch.</param>
internal readonly record struct TrainingPosition(int Epoch, int Batch, int BatchSize, int BatchesPerEpoch)
{
    /// <summary>Batches done in all.</summary>
    internal int Step => (Epoch * BatchesPerEpoch) + Batch;

    /// <summary>The batches of so many epochs, at least one.</summary>
    internal int StepsOf(float epochs) => Math.Max(1, (int)(BatchesPerEpoch * epochs));
}
