using System.Collections.Immutable;
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
    public ImmutableArray<FoldOutcome> Run(FoldStore store, IProgress<FoldsProgress> progress, CancellationToken cancellationToken)
    {
        var folds = request.Protocol.Folds;
        var mlContext = new MLContext(request.Seed);
        if (!Enumerable.Range(0, folds).All(store.IsKept))
        {
            progress.Report(new FoldsProgress(0, folds, 0, null, null));
            var fitted = Enumerable.Range(0, folds).Count(fold => File.Exists(KeptFits.PathOf(store.Folder, fold)));
            var trainings = new CountedTrainings(folds, fitted, view);
            trainings.Begin();
            using var log = new TrainerLog(mlContext, view.LogOf(0, experiment.Name), cancellationToken);
            var keeping = new KeptFits(mlContext, store.Folder, fold => ExperimentPipeline.Create(mlContext, experiment, new PipelineSettings(request.Seed, request.Threads ?? 0, data.Set.ClassNames)
            {
                Progress = view.ProgressOf(fold, experiment.Name),
                CancellationToken = cancellationToken,
            }).Estimator, trainings, cancellationToken);
            var results = CrossValidation.RunMlNet(mlContext, data.Train, keeping, folds, seed: request.Seed);
            foreach (var result in results)
            {
                var rows = data.TrainImages.Count - result.Evaluation.Predictions.Count - result.Evaluation.SkippedRows;
                var outcome = new FoldOutcome(result.Evaluation, keeping.Times[result.Fold], rows);
                store.Keep(result.Fold, outcome);
                progress.Report(new FoldsProgress(result.Fold + 1, folds, 0, (result.Fold, outcome), null));
            }

            keeping.Forget();
        }
        else
        {
            progress.Report(new FoldsProgress(folds, folds, folds, null, null));
        }

        return [.. Enumerable.Range(0, folds).Select(fold => store.ReadOutcome(mlContext, fold))];
    }

    /// <summary>Fits the folds in the order in which ML.NET asks for them, or loads what was fitted before.</summary>
    private sealed class KeptFits(MLContext mlContext, string folder, Func<int, IEstimator<ITransformer>> pipeline, CountedTrainings trainings, CancellationToken cancellationToken) : IEstimator<ITransformer>
    {
        private const string Unfinished = ".unfinished";
        private const string TimeEnding = ".time";

        public List<TimeSpan> Times { get; } = [];

        public ITransformer Fit(IDataView input)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fold = Times.Count;
            var path = PathOf(folder, fold);
            var timePath = Path.ChangeExtension(path, TimeEnding);
            if (File.Exists(path))
            {
                Times.Add(File.Exists(timePath) && TimeSpan.TryParseExact(File.ReadAllText(timePath), "c", CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.Zero);
                return mlContext.Model.Load(path, out _);
            }

            var clock = Stopwatch.StartNew();
            var model = pipeline(fold).Fit(input);
            Times.Add(clock.Elapsed);
            Directory.CreateDirectory(folder);
            File.WriteAllText(timePath, Times[fold].ToString("c", CultureInfo.InvariantCulture));

            // The model last: it is what says that the fold is fitted.
            mlContext.Model.Save(model, input.Schema, path + Unfinished);
            File.Move(path + Unfinished, path);
            trainings.Add();
            return model;
        }

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => pipeline(0).GetOutputSchema(inputSchema);

        /// <summary>The models served their purpose once the folds are kept; so did what a killed process left of one.</summary>
        public void Forget()
        {
            foreach (var file in Directory.EnumerateFiles(folder).Where(file => file.EndsWith(TimeEnding, StringComparison.Ordinal) || Path.GetFileName(file).Contains(".zip", StringComparison.Ordinal)).ToList())
                File.Delete(file);
        }

        public static string PathOf(string folder, int fold) => Path.Combine(folder, $"fold-{fold.ToString("D3", CultureInfo.InvariantCulture)}.zip");
    }
}
