using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers.Solvers;

/// <summary>Points around class centres, overlapping: small enough for plain sums, hard enough to need many iterations.</summary>
internal sealed class ToyProblem : IDisposable
{
    internal ToyProblem(int rows, int features, int classes, int seed = 1)
    {
        var random = new TauswortheHybrid(seed);
        Rows = new PackedRows(features);
        Labels = new int[rows];
        Weights = new float[rows];
        Classes = classes;
        for (int i = 0; i < rows; i++)
        {
            int label = random.Next(classes);
            Labels[i] = label;
            Weights[i] = 0.5f + random.NextSingle();
            Span<float> x = Rows.Append();
            for (int j = 0; j < features; j++)
                x[j] = (((label * 7) + (j * 3)) % 5 * 0.2f) + random.NextSingle() - 0.5f;
        }
    }

    internal PackedRows Rows { get; }

    internal int[] Labels { get; }

    internal float[] Weights { get; }

    internal int Classes { get; }

    internal float TotalWeight => Weights.Sum();

    public void Dispose() => Rows.Dispose();

    /// <summary>The penalised mean cross-entropy in plain double sums.</summary>
    internal double Objective(ReadOnlySpan<float> point, float l2, bool weighted)
    {
        int features = Rows.Features;
        double loss = 0, total = 0, penalty = 0;
        var scores = new double[Classes];
        for (int i = 0; i < Labels.Length; i++)
        {
            ReadOnlySpan<float> x = Rows.Row(i);
            for (int k = 0; k < Classes; k++)
            {
                scores[k] = point[k];
                for (int j = 0; j < features; j++)
                    scores[k] += (double)point[Classes + (k * features) + j] * x[j];
            }

            double max = scores.Max();
            double weight = weighted ? Weights[i] : 1;
            loss += weight * (max + Math.Log(scores.Sum(s => Math.Exp(s - max))) - scores[Labels[i]]);
            total += weight;
        }

        foreach (float w in point[Classes..])
            penalty += (double)w * w;
        return (loss + (0.5 * l2 * penalty)) / total;
    }
}
