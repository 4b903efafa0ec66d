using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The first centres, drawn by the methods ML.NET has for it, one row after another whatever the number of threads. Rows' weights count for k-means++
/// alone, as in ML.NET.
/// </summary>
internal sealed class KMeansStart
{
    /// <summary>From this many clusters on, k-means|| draws more candidates than clusters, in a few rounds, and chooses among them.</summary>
    private const int ManyClusters = 60;
    private const int Rounds = 5;
    private const int CandidatesPerCluster = 2;

    /// <summary>A point nearer than this to a centre is taken for the same.</summary>
    private const float SamePoint = 1e-15f;

    private readonly TrainingSet _data;
    private readonly int _clusters;
    private readonly Random _random;
    private readonly ParallelOptions _parallel;

    internal KMeansStart(TrainingSet data, int clusters, Random random, ParallelOptions parallel)
    {
        _data = data;
        _clusters = clusters;
        _random = random;
        _parallel = parallel;
    }

    /// <summary>Chooses by an algorithm.</summary>
    /// <returns>The centres, <c>[cluster][feature]</c>.</returns>
    /// <exception cref="InvalidOperationException">There are fewer distinct rows than clusters.</exception>
    internal float[][] Choose(KMeansTrainer.InitializationAlgorithm algorithm) => algorithm switch
    {
        KMeansTrainer.InitializationAlgorithm.Random => [.. Draw(Ones(), _clusters).Select(Copy)],
        KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus => PlusPlus(_data.Count, row => _data.Rows.Row(row), row => _data.Weights?[row] ?? 1),
        _ => InRounds(),
    };

    /// <summary>
    /// k-means|| (Bahmani and others, 2012): each round draws candidates with chances that are their squared distances from the candidates before.
    /// With few clusters every candidate becomes a centre.
    /// </summary>
    private float[][] InRounds()
    {
        bool many = _clusters >= ManyClusters;
        int perRound = many ? CandidatesPerCluster * _clusters : 1;
        int rounds = many ? Rounds : _clusters - 1;
        List<float[]> candidates = [.. Draw(Ones(), 1).Select(Copy)];
        var nearest = new NearestPoints(_data.Count, row => _data.Rows.Row(row), _parallel);
        for (int round = 0; round < rounds; round++)
        {
            nearest.Add([.. candidates.Skip(nearest.Count)]);
            candidates.AddRange(Draw(nearest.Distances(), perRound).Select(Copy));
        }

        if (candidates.Count == _clusters)
            return [.. candidates];
        nearest.Add([.. candidates.Skip(nearest.Count)]);

        // A pass over the rows takes a generator, if it draws or not.
        _ = new TauswortheHybrid(_random);
        var rows = new float[candidates.Count];
        foreach (int candidate in nearest.Points)
            rows[candidate]++;
        return PlusPlus(candidates.Count, index => candidates[index], index => rows[index]);
    }

    /// <summary>
    /// k-means++ (Arthur and Vassilvitskii, 2007): one pass for each centre, in which a point replaces the one held so far with a chance that is its share
    /// of all that was seen.
    /// </summary>
    private float[][] PlusPlus(int count, Func<int, ReadOnlySpan<float>> point, Func<int, float> weight)
    {
        var centres = new float[_clusters][];
        var nearest = new NearestPoints(count, point, _parallel);
        for (int k = 0; k < _clusters; k++)
        {
            float[] distances = k == 0 ? [] : nearest.Distances();
            double sum = 0;
            int chosen = -1;
            for (int i = 0; i < count; i++)
            {
                float chance = (k == 0 ? 1 : distances[i]) * weight(i);
                sum += chance;
                if (chance > SamePoint && _random.NextSingle() < chance / sum)
                    chosen = i;
            }

            if (chosen < 0)
                throw new InvalidOperationException($"Not enough distinct instances to populate {_clusters} clusters (only found {k} distinct instances)");
            centres[k] = point(chosen).ToArray();
            nearest.Add([centres[k]]);
        }

        return centres;
    }

    /// <summary>Draws rows without putting them back, with chances by weight (Efraimidis and Spirakis, 2006, algorithm A-Res).</summary>
    private IEnumerable<int> Draw(float[] weights, int count)
    {
        var random = new TauswortheHybrid(_random);
        var held = new PriorityQueue<int, double>(count);
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= SamePoint)
                continue;
            double key = Math.Log(random.NextDouble()) / weights[i];
            if (held.Count < count)
                held.Enqueue(i, key);
            else if (held.TryPeek(out _, out double least) && key > least)
                held.DequeueEnqueue(i, key);
        }

        if (held.Count < count)
            throw new InvalidOperationException($"Failed to initialize clusters: too few examples; {_clusters} distinct rows at least were expected.");
        while (held.TryDequeue(out int row, out _))
            yield return row;
    }

    private float[] Ones()
    {
        var ones = new float[_data.Count];
        ones.AsSpan().Fill(1);
        return ones;
    }

    private float[] Copy(int row) => _data.Rows.Row(row).ToArray();
}
