namespace Microsoft.ML.Data;

/// <summary>The sums behind <see cref="ClusteringMetrics"/>: one pass for distances, labels and cluster means, a second one for the spread around the means.</summary>
internal static class ClusteringEvaluation
{
    internal static ClusteringMetrics Of(
        IDataView data, DataViewSchema.Column score, int clusters, DataViewSchema.Column? label, DataViewSchema.Column? features)
    {
        var rows = new double[clusters];
        var pairs = new Dictionary<(int Cluster, int Label), double>();
        int size = features is { } column ? ((VectorDataViewType)column.Type).Size : 0;
        var means = new double[clusters][];
        for (int k = 0; k < clusters; k++)
            means[k] = new double[size];
        double distance = 0;
        ForEach(data, score, label, features, (cluster, least, group, values) =>
        {
            distance += least;
            rows[cluster]++;
            if (group >= 0)
                pairs[(cluster, group)] = pairs.GetValueOrDefault((cluster, group)) + 1;
            for (int j = 0; j < values.Length; j++)
                means[cluster][j] += values[j];
        });
        double total = rows.Sum();
        return new ClusteringMetrics(
            label is null ? double.NaN : MutualInformation(pairs),
            total > 0 ? distance / total : 0,
            features is null ? 0 : DaviesBouldin(data, score, features, rows, means));
    }

    private static double MutualInformation(Dictionary<(int Cluster, int Label), double> pairs)
    {
        double total = pairs.Values.Sum();
        var clusters = pairs.GroupBy(pair => pair.Key.Cluster).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        var labels = pairs.GroupBy(pair => pair.Key.Label).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        double information = pairs.Sum(pair => pair.Value / total * Math.Log(pair.Value * total / (clusters[pair.Key.Cluster] * labels[pair.Key.Label])));
        double entropy = -labels.Values.Sum(count => count / total * Math.Log(count / total));
        return information / entropy;
    }

    private static double DaviesBouldin(IDataView data, DataViewSchema.Column score, DataViewSchema.Column? features, double[] rows, double[][] means)
    {
        int[] present = [.. Enumerable.Range(0, rows.Length).Where(k => rows[k] > 0)];
        foreach (int k in present)
        {
            for (int j = 0; j < means[k].Length; j++)
                means[k][j] /= rows[k];
        }

        var spread = new double[rows.Length];
        ForEach(data, score, null, features, (cluster, _, _, values) =>
        {
            double square = 0;
            for (int j = 0; j < values.Length; j++)
                square += (values[j] - means[cluster][j]) * (values[j] - means[cluster][j]);
            spread[cluster] += Math.Sqrt(square) / rows[cluster];
        });

        double sum = 0;
        foreach (int a in present)
        {
            double worst = 0;
            foreach (int b in present)
            {
                if (a != b)
                    worst = Math.Max(worst, (spread[a] + spread[b]) / Math.Sqrt(means[a].Zip(means[b], (x, y) => (x - y) * (x - y)).Sum()));
            }

            sum += worst;
        }

        return present.Length > 0 ? sum / present.Length : 0;
    }

    /// <summary>Reads each row's nearest cluster, its score, the label (or -1) and the features (or none). Rows with scores that are not numbers are left out.</summary>
    private static void ForEach(
        IDataView data, DataViewSchema.Column score, DataViewSchema.Column? label, DataViewSchema.Column? features, Action<int, float, int, float[]> action)
    {
        DataViewSchema.Column[] needed = [.. new DataViewSchema.Column?[] { score, label, features }.OfType<DataViewSchema.Column>()];
        using DataViewRowCursor cursor = data.GetRowCursor(needed);
        ValueGetter<VBuffer<float>> getScores = cursor.GetGetter<VBuffer<float>>(score);
        Func<int>? getLabel = label is { } l ? ScoredColumns.ClassLabels(cursor, l) : null;
        ValueGetter<VBuffer<float>>? getFeatures = features is { } f ? cursor.GetGetter<VBuffer<float>>(f) : null;
        float[] values = features is { } sized ? new float[((VectorDataViewType)sized.Type).Size] : [];
        VBuffer<float> scores = default;
        VBuffer<float> vector = default;
        var dense = new float[((VectorDataViewType)score.Type).Size];
        while (cursor.MoveNext())
        {
            getScores(ref scores);
            scores.CopyTo(dense);
            int best = 0;
            for (int k = 1; k < dense.Length; k++)
            {
                if (dense[k] < dense[best])
                    best = k;
            }

            if (Array.Exists(dense, float.IsNaN))
                continue;
            if (getFeatures is not null)
            {
                getFeatures(ref vector);
                vector.CopyTo(values);
            }

            action(best, dense[best], getLabel?.Invoke() ?? -1, values);
        }
    }
}
