using System.Globalization;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>What trainers that average the linear models of all rows share.</summary>
public abstract class AveragedLinearTrainer<TTransformer, TModel> : OnlineLinearTrainer<TTransformer, TModel>
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private protected AveragedLinearTrainer(IHost host, AveragedLinearOptions options, SchemaShape.Column label)
        : base(host, options, label)
    {
        if (!(options.LearningRate > 0))
            throw new ArgumentOutOfRangeException(nameof(options), string.Create(CultureInfo.InvariantCulture, $"LearningRate must be greater than 0. Received: {options.LearningRate}."));
        if (!(options.L2Regularization >= 0 && options.L2Regularization * options.LearningRate < 1))
            throw new ArgumentOutOfRangeException(nameof(options), string.Create(CultureInfo.InvariantCulture, $"L2Regularization times LearningRate must be in [0, 1). Received: {options.L2Regularization * options.LearningRate}."));
    }
}
