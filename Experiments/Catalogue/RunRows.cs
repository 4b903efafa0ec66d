using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>How many images a run trains on, validates by after each epoch, and judges at the end (those of training among them).</summary>
internal readonly record struct RunRows(double Trained, double Validated, double Judged)
{
    /// <param name="experiment">Says how the images are divided.</param>
    /// <param name="train">Training images of the data set.</param>
    /// <param name="test">Test images of the data set.</param>
    public static RunRows Of(Experiment experiment, double train, double test)
    {
        var drawn = experiment is NetworkExperiment network ? network.Training.ValidationFraction : 0;
        if (experiment.PooledTestFraction is { } pooled)
            (train, test) = ((1 - pooled) * (train + test), pooled * (train + test));
        if (experiment.Fold is not { } fold)
            return new RunRows((1 - drawn) * train, drawn * train, train + test);

        var held = fold.Protocol is ShuffleSplit split ? split.TestFraction : 1.0 / fold.Count;
        var kept = (1 - held) * train;
        return fold.Use == FoldUse.Validates
            ? new RunRows(kept, held * train, kept + test)
            : new RunRows((1 - drawn) * kept, drawn * kept, train);
    }
}
