using Microsoft.ML.Vision;

namespace Microsoft.ML;

/// <summary>Training of image classifiers.</summary>
public static class VisionCatalog
{
    /// <summary>A trainer that learns to classify image files on top of a pretrained graph, which must be on disk.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="labelColumnName">The label: a key of UInt32.</param>
    /// <param name="featureColumnName">The bytes of image files, as LoadRawImageBytes reads them.</param>
    /// <param name="scoreColumnName">The column of scores to add.</param>
    /// <param name="predictedLabelColumnName">The column of the predicted label to add.</param>
    /// <param name="validationSet">Images that are only measured on; a tenth of the training set if null.</param>
    public static ImageClassificationTrainer ImageClassification(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string scoreColumnName = "Score",
        string predictedLabelColumnName = "PredictedLabel",
        IDataView? validationSet = null) => ImageClassification(catalog, new ImageClassificationTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            ScoreColumnName = scoreColumnName,
            PredictedLabelColumnName = predictedLabelColumnName,
            ValidationSet = validationSet,
        });

    /// <summary>A trainer that learns to classify image files on top of a pretrained graph.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="options">How to train, and which graph; see <see cref="ImageClassificationTrainer.Options.Arch"/> for where its file is looked for.</param>
    /// <exception cref="ArgumentException">An option cannot be meant.</exception>
    public static ImageClassificationTrainer ImageClassification(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, ImageClassificationTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new ImageClassificationTrainer(catalog.Environment, options);
    }
}
