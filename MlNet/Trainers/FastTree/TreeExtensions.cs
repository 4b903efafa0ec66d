using Microsoft.ML.Trainers.FastTree;

namespace Microsoft.ML;

/// <summary>Trainers that grow trees.</summary>
public static class TreeExtensions
{
    /// <summary>Boosted trees of a binary label.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="labelColumnName">The label, a Boolean.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="exampleWeightColumnName">A weight a row, a Single; null for none.</param>
    /// <param name="numberOfLeaves">The most leaves of a tree.</param>
    /// <param name="numberOfTrees">The number of trees.</param>
    /// <param name="minimumExampleCountPerLeaf">The fewest rows of a leaf.</param>
    /// <param name="learningRate">What each tree is multiplied by.</param>
    public static FastTreeBinaryTrainer FastTree(
        this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        int numberOfLeaves = 20,
        int numberOfTrees = 100,
        int minimumExampleCountPerLeaf = 10,
        double learningRate = 0.2) =>
        catalog.FastTree(new FastTreeBinaryTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            NumberOfLeaves = numberOfLeaves,
            NumberOfTrees = numberOfTrees,
            MinimumExampleCountPerLeaf = minimumExampleCountPerLeaf,
            LearningRate = learningRate,
        });

    /// <summary>Boosted trees of a binary label, with all options.</summary>
    public static FastTreeBinaryTrainer FastTree(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, FastTreeBinaryTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new FastTreeBinaryTrainer(catalog.Environment, options);
    }

    /// <summary>Boosted trees of a number.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="labelColumnName">The label, a Single.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="exampleWeightColumnName">A weight a row, a Single; null for none.</param>
    /// <param name="numberOfLeaves">The most leaves of a tree.</param>
    /// <param name="numberOfTrees">The number of trees.</param>
    /// <param name="minimumExampleCountPerLeaf">The fewest rows of a leaf.</param>
    /// <param name="learningRate">What each tree is multiplied by.</param>
    public static FastTreeRegressionTrainer FastTree(
        this RegressionCatalog.RegressionTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        int numberOfLeaves = 20,
        int numberOfTrees = 100,
        int minimumExampleCountPerLeaf = 10,
        double learningRate = 0.2) =>
        catalog.FastTree(new FastTreeRegressionTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            NumberOfLeaves = numberOfLeaves,
            NumberOfTrees = numberOfTrees,
            MinimumExampleCountPerLeaf = minimumExampleCountPerLeaf,
            LearningRate = learningRate,
        });

    /// <summary>Boosted trees of a number, with all options.</summary>
    public static FastTreeRegressionTrainer FastTree(this RegressionCatalog.RegressionTrainers catalog, FastTreeRegressionTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new FastTreeRegressionTrainer(catalog.Environment, options);
    }
}
