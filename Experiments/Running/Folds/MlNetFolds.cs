using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// ML.NET's own <c>CrossValidate</c>. It tells nothing before it has ended, so the models of its folds are kept as it fits them: called again
/// after a stop it finds them fitted.
/// </summary>
internal sealed class MlNetFolds(FoldsRequest request, RunData data, Experiment experiment, FoldsView view)
{
    /// <param name="part">The numbers of the folds to fit here, ascending; ML.NET judges only once all are fitted, which the part that ends last has done.</param>
    /// <param name="store">Where they are kept.</param>
    /// <param name="progress">Told of folds once all are judged.</param>
    /// <param name="cancellationToken">Stops it; what is fitted stays kept.</param>
    public void Run(IReadOnlyList<int> part, FoldStore store, IProgress<FoldsProgress> progress, CancellationToken cancellationToken)
    {
        var folds = request.Protocol.Folds;
        if (store.IsWhole(folds))
        {
            progress.Report(new FoldsProgress(folds, folds, folds, null, null));
            return;
        }

        var mlContext = new MLContext(request.Seed);
        progress.Report(new FoldsProgress(0, folds, 0, null, null));
        var trainings = new CountedTrainings(part.Count, part.Count(fold => KeptFits.IsKept(store.Folder, fold)), view);
        trainings.Begin();
        var keeping = new KeptFits(mlContext, store.Folder, Pipeline, FitFold, trainings, cancellationToken);
        if (part.Count < folds)
        {
            // CrossValidate cannot be asked for some folds alone, but the splits it draws can be had.
            var splits = mlContext.Data.CrossValidationSplit(data.Train, folds, seed: request.Seed);
            foreach (var fold in part)
                keeping.Fit(fold, splits[fold].TrainSet);
            if (!Enumerable.Range(0, folds).All(fold => KeptFits.IsKept(store.Folder, fold)))
                return;
        }

        foreach (var result in CrossValidation.RunMlNet(mlContext, data.Train, keeping, folds, seed: request.Seed))
        {
            var rows = data.TrainImages.Count - result.Evaluation.Predictions.Count - result.Evaluation.SkippedRows;
            var outcome = new FoldOutcome(result.Evaluation, keeping.Times[result.Fold], rows);
            store.Keep(result.Fold, outcome);
            progress.Report(new FoldsProgress(result.Fold + 1, folds, 0, (result.Fold, outcome), null));
        }

        // Of several parts another may be reading them still.
        if (part.Count == folds)
            keeping.Forget();

        // A context of its own for each fold: what a fold comes to must not depend on which others were fitted before it by the same process.
        ITransformer FitFold(int fold, IDataView input)
        {
            var own = new MLContext(request.Seed);
            using var log = new TrainerLog(own, view.LogOf(fold, experiment.Name), cancellationToken);
            return Pipeline(own, fold).Fit(input);
        }

        IEstimator<ITransformer> Pipeline(MLContext own, int fold) => ExperimentPipeline.Create(own, experiment, new PipelineSettings(request.Seed, request.Threads ?? 0, data.Set.ClassNames)
        {
            Progress = view.ProgressOf(fold, experiment.Name),
            CancellationToken = cancellationToken,
        }).Estimator;
    }

    /// <summary>Fits the folds in the order in which ML.NET asks for them, or loads what was fitted before.</summary>
    private sealed class KeptFits(
        MLContext mlContext, string folder, Func<MLContext, int, IEstimator<ITransformer>> pipeline, Func<int, IDataView, ITransformer> fit, CountedTrainings trainings,
        CancellationToken cancellationToken) : IEstimator<ITransformer>
    {
        private const string TimeEnding = ".time";
        private int next;

        /// <summary>How long each fold's training took, whenever that was.</summary>
        public Dictionary<int, TimeSpan> Times { get; } = [];

        public ITransformer Fit(IDataView input) => Fit(next++, input);

        public ITransformer Fit(int fold, IDataView input)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = PathOf(folder, fold);
            var timePath = Path.ChangeExtension(path, TimeEnding);
            if (File.Exists(path))
            {
                Times[fold] = File.Exists(timePath) && TimeSpan.TryParseExact(File.ReadAllText(timePath), "c", CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.Zero;
                return mlContext.Model.Load(path, out _);
            }

            var clock = Stopwatch.StartNew();
            var model = fit(fold, input);
            Times[fold] = clock.Elapsed;
            FinishedFile.Write(timePath, Times[fold].ToString("c", CultureInfo.InvariantCulture));

            // The model last: it is what says that the fold is fitted.
            FinishedFile.Write(path, stream => mlContext.Model.Save(model, input.Schema, stream));
            trainings.Add();
            return model;
        }

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => pipeline(mlContext, 0).GetOutputSchema(inputSchema);

        /// <summary>The models served their purpose once the folds are kept; so did what a killed process left of one.</summary>
        public void Forget()
        {
            foreach (var pattern in (string[])["fold-*.zip", "fold-*" + TimeEnding, ".unfinished-*"])
            {
                foreach (var file in Directory.GetFiles(folder, pattern))
                    File.Delete(file);
            }
        }

        public static bool IsKept(string folder, int fold) => File.Exists(PathOf(folder, fold));

        private static string PathOf(string folder, int fold) => Path.Combine(folder, $"fold-{fold.ToString("D3", CultureInfo.InvariantCulture)}.zip");
    }
}
