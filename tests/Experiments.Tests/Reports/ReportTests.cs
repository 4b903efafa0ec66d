using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Reproduction;

namespace MlNetFashion.Experiments.Tests.Reports;

public class ReportTests
{
    [Fact]
    public void Every_experiment_of_the_catalogue_but_the_suites_own_is_in_a_report()
    {
        var inReports = ReportCatalogue.All.SelectMany(report => report.Experiments).Select(experiment => experiment.Name).ToHashSet();

        Assert.Equal(["cnn", "lbfgs", "sdca"], ExperimentCatalogue.All.Select(experiment => experiment.Name).Where(name => name.Contains('/', StringComparison.Ordinal) is false));
        Assert.Empty(ExperimentCatalogue.All.Select(experiment => experiment.Name).Where(name => name.Contains('/', StringComparison.Ordinal)).Except(inReports));
    }

    [Theory]
    [InlineData("kh/grid-3", 35, 0.8871486, 0.0082615)]
    [InlineData("kh/grid-2", 20, 0.901985, 0.0054891)]
    [InlineData("kh/grid-1", 10, 0.87753, 0.00483)]
    public void The_grids_are_those_whose_mean_and_deviation_the_report_prints(string name, int points, double mean, double deviation)
    {
        var grid = Assert.IsType<GridExperiment>(ExperimentCatalogue.Find(name));
        var reported = Evaluation.Spread.Of([.. grid.Members.Select(member => member.Reported!.Test)]);

        Assert.Equal(points, grid.Members.Length);
        Assert.Equal(mean, reported.Mean, 6);
        Assert.Equal(deviation, reported.StandardDeviation, 6);
        Assert.Equal(grid.Reported!.Test, reported.Maximum);
    }

    [Theory]
    [InlineData("safaei/cnn_kf")]
    [InlineData("safaei/cnn_rs")]
    public void Warm_folds_begin_with_the_weights_of_the_fold_before(string name)
    {
        var folds = Assert.IsType<FoldsExperiment>(ExperimentCatalogue.Find(name)).Members;

        Assert.Equal(10, folds.Length);
        Assert.Null(folds[0].StartsFrom);
        Assert.Equal(folds.SkipLast(1).Select(fold => fold.Name), folds.Skip(1).Select(fold => fold.StartsFrom!));
        Assert.All(Assert.IsType<FoldsExperiment>(ExperimentCatalogue.Find(name + "-clean")).Members, fold => Assert.Null(fold.StartsFrom));
    }

    [Fact]
    public void The_grid_of_safaei_is_cross_validated_and_judges_no_test_image() =>
        Assert.All(Assert.IsType<GridExperiment>(ExperimentCatalogue.Find("safaei/mlp-grid")).Members, member => Assert.Equal(FoldUse.Judges, member.Fold!.Use));
}
