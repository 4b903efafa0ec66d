using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>What trainers that update a linear model row by row share.</summary>
public abstract class OnlineLinearTrainer<TTransformer, TModel> : TrainerEstimatorBase<TTransformer, TModel>
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private protected OnlineLinearTrainer(IHost host, OnlineLinearOptions options, SchemaShape.Column label)
        : base(host, TrainerColumns.Features(options.FeatureColumnName), label)
    {
        if (options.NumberOfIterations <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), $"NumberOfIterations must be greater than 0. Received: {options.NumberOfIterations}.");
    }

    /// <inheritdoc/>
    public override TrainerInfo Info { get; } = new(needNormalization: true, wantCaching: true);

    /// <summary>Trains on <paramref name="trainData"/>, starting from an earlier linear model.</summary>
    public TTransformer Fit(IDataView trainData, LinearModelParameters modelParameters) => Fit(trainData, (object)modelParameters);
}
