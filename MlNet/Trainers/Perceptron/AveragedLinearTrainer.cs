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
        if (!(options.L2Regularization is >= 0 and < 0.5f))
            throw new ArgumentOutOfRangeException(nameof(options), string.Create(CultureInfo.InvariantCulture, $"L2Regularization must be in [0, 0.5). Received: {options.L2Regularization}."));
        if (options.ResetWeightsAfterXExamples is <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), $"ResetWeightsAfterXExamples must be greater than 0, or null. Received: {options.ResetWeightsAfterXExamples}.");
        }

        if (!(options.RecencyGain >= 0))
            throw new ArgumentOutOfRangeException(nameof(options), FormattableString.Invariant($"RecencyGain must be at least 0. Received: {options.RecencyGain}."));
        if (options.LazyUpdate && (options.RecencyGain != 0 || options.RecencyGainMultiplicative))
            throw new InvalidOperationException("LazyUpdate must be false where RecencyGain or RecencyGainMultiplicative is set: late rows weigh more only if each row is averaged.");
    }
}
