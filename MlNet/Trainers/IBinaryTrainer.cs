using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>A trainer of a binary label that can be given its rows packed: one-versus-all reads them once for all classes.</summary>
internal interface IBinaryTrainer
{
    SchemaShape.Column FeatureColumn { get; }

    SchemaShape.Column WeightColumn { get; }

    TrainerInfo Info { get; }

    /// <summary>How many threads a training is to use; null for all processors, and for trainers that use one.</summary>
    int? NumberOfThreads => null;

    /// <summary>Draws the random numbers of the next training. Called once for each, one after the other.</summary>
    RowOrders DrawOrders(TrainingSet data, IChannel channel);

    /// <summary>Trains; labels above zero are positive. All chance comes from <paramref name="orders"/>. May run on several threads at once.</summary>
    object TrainOn(TrainingSet data, object? initial, IChannel channel, RowOrders orders);
}
