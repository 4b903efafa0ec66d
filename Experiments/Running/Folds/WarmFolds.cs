using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// Folds of a network that take the rows they judge by for validation, keep the weights of the best epoch on them and, started warm, begin
/// with those of the fold before. Each is also measured on the test images, which tell what the figure is worth.
/// </summary>
internal sealed class WarmFolds(FoldsRequest request, RunData data, NetworkExperiment experiment, FoldsView view)
{
    private readonly NetworkExperiment experiment = experiment with
    {
        Training = experiment.Training with
        {
            EarlyStopping = (experiment.Training.EarlyStopping ?? new EarlyStopping { Patience = experiment.Training.Epochs }) with { RestoreBestWeights = true },
        },
    };

    /// <summary>Runs what is not kept yet.</summary>
    /// <param name="part">The numbers of the folds to run; all of them where they start warm.</param>
    /// <param name="folds">The splits.</param>
    /// <param name="store">Where they are kept; warm-started ones leave their weights there too.</param>
    /// <param name="warm">Whether a fold starts from the weights of the one before.</param>
    /// <param name="progress">Told of finished folds.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public void Run(
        IReadOnlyList<int> part, IReadOnlyList<Fold> folds, FoldStore store, bool warm, IProgress<FoldsProgress> progress, CancellationToken cancellationToken) => FoldWork.RunPart(
        part, folds.Count, store, warm ? 1 : request.Share.AtOnce,
        (number, stop) => RunOne(number, folds[number], warm ? store.Folder : null, stop), progress, cancellationToken);

    private FoldOutcome RunOne(int number, Fold split, string? weightsFolder, CancellationToken cancellationToken)
    {
        var mlContext = new MLContext(request.Seed);
        var settings = new PipelineSettings(request.Seed, weightsFolder is null ? request.Share.Threads : request.Threads ?? 0, data.Set.ClassNames)
        {
            InitialParameters = weightsFolder is null || number == 0 ? null : WeightsFile.Read(WeightsOf(weightsFolder, number - 1)),
            Progress = view.ProgressOf(number, weightsFolder is null ? "from scratch" : "warm start"),
            CancellationToken = cancellationToken,
        };
        var train = CrossValidation.Rows(data.Train, split.Train);
        var columns = ExperimentPipeline.Columns(mlContext, settings).Fit(train);
        var judged = columns.Transform(CrossValidation.Rows(data.Train, split.Test));
        var trainer = ExperimentPipeline.NetworkTrainer(mlContext, experiment, settings);
        var clock = Stopwatch.StartNew();
        var model = trainer.Fit(columns.Transform(train), judged);
        var training = clock.Elapsed;
        var evaluation = HoldOut.Evaluate(mlContext, model.Transform(judged));
        var test = HoldOut.Evaluate(mlContext, model.Transform(columns.Transform(data.Test)));
        if (weightsFolder is not null)
            WeightsFile.Write(WeightsOf(weightsFolder, number), trainer.LastResult!.Network);
        return new FoldOutcome(evaluation, training, split.Train.Length)
        {
            History = ModelTraining.Records(trainer.History),
            Figures = new Dictionary<string, double> { [WarmStartLeak.TestAccuracy] = test.Accuracy },
        };
    }

    private static string WeightsOf(string folder, int fold) => Path.Combine(folder, $"fold-{fold.ToString("D3", CultureInfo.InvariantCulture)}.weights");
}
