using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// Grows trees one upon the other, each towards the negative gradient of the loss at the scores so far, its leaves Newton steps where the loss has a curvature
/// (Friedman, 2001).
/// </summary>
internal sealed class Boosting
{
    // Keeps leaves whose rows have no curvature left finite.
    private const double Tiny = 1.4e-45;
    private readonly TrainingSet _data;
    private readonly TrainingSet? _validation;
    private readonly BoostedTreeOptions _options;
    private readonly ITreeLoss _loss;
    private readonly IChannel _channel;
    private readonly TreeGrower _grower;
    private readonly double[] _scores;
    private readonly double[] _validationScores;
    private readonly double[] _gradients;
    private readonly double[] _targets;
    private readonly double[] _curvatures;
    private readonly TauswortheHybrid _bagging;

    internal Boosting(TrainingSet data, TrainingSet? validation, BoostedTreeOptions options, ITreeLoss loss, IChannel channel)
    {
        _data = data;
        _validation = validation;
        _options = options;
        _loss = loss;
        _channel = channel;
        int threads = options.NumberOfThreads ?? Environment.ProcessorCount;
        BinnedRows rows = data.Share(packed => BinnedRows.Make(packed, options.MaximumBinCountPerFeature, threads));
        _grower = new TreeGrower(rows, data.Weights, new TreeSettings
        {
            Leaves = options.NumberOfLeaves,
            MinimumRows = options.MinimumExampleCountPerLeaf,
            Threads = threads,
            FirstUsePenalty = options.FeatureFirstUsePenalty,
            ReusePenalty = options.FeatureReusePenalty,
            FeatureFraction = options.FeatureFraction,
            FeatureFractionPerSplit = options.FeatureFractionPerSplit,
            FeatureSeed = options.FeatureSelectionSeed,
        });
        _scores = new double[data.Count];
        _validationScores = new double[validation?.Count ?? 0];
        _gradients = new double[data.Count];
        _targets = data.Weights is null ? _gradients : new double[data.Count];
        _curvatures = new double[loss.HasCurvature ? data.Count : 0];
        _bagging = new TauswortheHybrid(options.Seed);
    }

    internal TreeNodes[] Run()
    {
        EarlyStoppingRuleBase? rule = Watch();
        var trees = new List<TreeNodes>();
        var validationErrors = new List<float>();
        int best = 0;
        int[] bag = [];
        int failed = 0;
        for (int round = 0; round < _options.NumberOfTrees; round++)
        {
            if (_options.BaggingSize > 0 && round % _options.BaggingSize == 0)
                bag = DrawRows();
            TreeNodes? tree = Grow(bag);
            if (tree is null)
            {
                failed++;
                if (!_options.AllowEmptyTrees || (bag.Length == 0 && _options.FeatureFraction >= 1 && _options.FeatureFractionPerSplit >= 1))
                {
                    // Every further round would see the same rows, scores and features, and fail likewise.
                    failed += _options.AllowEmptyTrees ? _options.NumberOfTrees - round - 1 : 0;
                    break;
                }

                continue;
            }

            trees.Add(tree);
            if (_validation is null)
                continue;
            for (int row = 0; row < _validationScores.Length; row++)
                _validationScores[row] += tree.Output(_validation.Rows.Row(row));
            float error = _loss.Error(_validationScores, _validation.Labels);
            validationErrors.Add(error);
            if (rule is null)
                continue;
            bool stop = rule.CheckScore(error, _loss.Error(_scores, _data.Labels), out bool isBest);
            if (isBest)
                best = trees.Count;
            if (stop)
                break;
        }

        if (failed > 0)
        {
            _channel.Warning(
                MessageSensitivity.None,
                "{0} of the boosting iterations failed to grow a tree. This is commonly because the minimum documents in leaf hyperparameter was set too high for this dataset.",
                failed);
        }

        int keep = trees.Count;
        if (rule is not null && !_options.WriteLastEnsemble)
            keep = best;
        if (_options.EnablePruning && validationErrors.Count > 0)
            keep = Math.Min(keep, Pruned(validationErrors));
        return [.. trees.Take(keep)];
    }

    private EarlyStoppingRuleBase? Watch()
    {
        if (_options.EarlyStoppingRule is null)
            return null;
        if (_validation is null)
        {
            _channel.Warning(MessageSensitivity.None, "Training stops early only where validation data is given; all {0} trees are grown.", _options.NumberOfTrees);
            return null;
        }

        EarlyStoppingRuleBase rule = _options.EarlyStoppingRule.Fresh();
        rule.LowerIsBetter = true;
        return rule;
    }

    private TreeNodes? Grow(int[] bag)
    {
        _loss.Derivatives(_scores, _gradients, _curvatures);
        if (_data.Weights is { } weights)
        {
            for (int i = 0; i < weights.Length; i++)
                _targets[i] = _gradients[i] * weights[i];
        }

        GrownTree? grown = _grower.Grow(_targets, bag);
        if (grown is null)
            return null;
        double rate = _options.LearningRate * _options.Shrinkage;
        double[] values = grown.Nodes.LeafValues;
        for (int leaf = 0; leaf < values.Length; leaf++)
        {
            (int begin, int count) = grown.Leaves[leaf];
            ReadOnlySpan<int> rows = grown.Order.AsSpan(begin, count);
            bool newton = _loss.HasCurvature && !_options.BestStepRankingRegressionTrees;
            double step = newton ? rate * (values[leaf] + Tiny) / (MeanCurvature(rows) + Tiny) : rate * values[leaf];
            values[leaf] = Math.Clamp(step, -_options.MaximumTreeOutput, _options.MaximumTreeOutput);
            if (bag.Length > 0)
                continue;
            foreach (int row in rows)
                _scores[row] += values[leaf];
        }

        if (bag.Length > 0)
        {
            for (int row = 0; row < _scores.Length; row++)
                _scores[row] += grown.Nodes.Output(_data.Rows.Row(row));
        }

        return grown.Nodes;
    }

    private double MeanCurvature(ReadOnlySpan<int> rows)
    {
        double sum = 0;
        double size = 0;
        foreach (int row in rows)
        {
            double weight = _data.Weights?[row] ?? 1;
            sum += weight * _curvatures[row];
            size += weight;
        }

        return sum / size;
    }

    private int[] DrawRows()
    {
        int wanted = Math.Max(1, (int)(_options.BaggingExampleFraction * _data.Count));
        var rows = new int[wanted];
        int drawn = 0;
        for (int row = 0; drawn < wanted; row++)
        {
            // Knuth's selection sampling: each subset of the wanted size is equally likely, and comes out ascending.
            if (_bagging.NextDouble() * (_data.Count - row) < wanted - drawn)
                rows[drawn++] = row;
        }

        return rows;
    }

    /// <summary>The number of trees with the smallest validation error or, tolerantly, the first whose averaged error is nearly as small.</summary>
    private int Pruned(List<float> errors)
    {
        if (!_options.UseTolerantPruning)
            return errors.IndexOf(errors.Min()) + 1;
        int window = Math.Max(1, Math.Min(_options.PruningWindowSize, errors.Count));
        double[] averages = [.. Enumerable.Range(0, errors.Count - window + 1).Select(start => errors.Skip(start).Take(window).Average())];
        double enough = averages.Min() * (1 + _options.PruningThreshold);
        return Array.FindIndex(averages, average => average <= enough) + 1 + (window / 2);
    }
}
