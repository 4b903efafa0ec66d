using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>What trainers that may group rows share.</summary>
public abstract class TrainerEstimatorBaseWithGroupId<TTransformer, TModel> : TrainerEstimatorBase<TTransformer, TModel>
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    /// <summary>The column with the group of each row; one without a name where there is none.</summary>
    public readonly SchemaShape.Column GroupIdColumn;

    private protected TrainerEstimatorBaseWithGroupId(
        IHost host, SchemaShape.Column feature, SchemaShape.Column label, SchemaShape.Column weight = default, SchemaShape.Column groupId = default)
        : base(host, feature, label, weight)
    {
        GroupIdColumn = groupId;
    }
}
