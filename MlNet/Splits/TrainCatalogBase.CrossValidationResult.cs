namespace Microsoft.ML;

public abstract partial class TrainCatalogBase
{
    /// <summary>What one fold of a cross-validation came to.</summary>
    public sealed class CrossValidationResult<T>
        where T : class
    {
        internal CrossValidationResult(ITransformer model, T metrics, IDataView scoredHoldOutSet, int fold)
        {
            Model = model;
            Metrics = metrics;
            ScoredHoldOutSet = scoredHoldOutSet;
            Fold = fold;
        }

        /// <summary>The model trained on the other folds.</summary>
        public readonly ITransformer Model;

        /// <summary>How the model did on the fold.</summary>
        public readonly T Metrics;

        /// <summary>The fold's rows, scored.</summary>
        public readonly IDataView ScoredHoldOutSet;

        /// <summary>The number of the fold, from 0.</summary>
        public readonly int Fold;
    }
}
