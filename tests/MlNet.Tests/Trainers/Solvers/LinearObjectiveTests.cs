using System.Runtime.Intrinsics;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers.Solvers;

public sealed class LinearObjectiveTests
{
    [Theory]
    [InlineData(200, 13, 4, true)]
    [InlineData(65, 40, 10, false)]
    [InlineData(3, 5, 2, true)]
    public void Value_and_gradient_are_those_of_plain_sums(int rows, int features, int classes, bool weighted)
    {
        using var problem = new ToyProblem(rows, features, classes);
        var random = new TauswortheHybrid(9);
        var point = new float[classes * (1 + features)];
        foreach (ref float value in point.AsSpan())
            value = random.NextSingle() - 0.5f;
        double expected = problem.Objective(point, 0.7f, weighted);
        var loss512 = new SoftmaxLoss<Lanes512, Vector512<float>>(classes, problem.Labels, weighted ? problem.Weights : null, weighted ? problem.TotalWeight : rows);
        var loss128 = new SoftmaxLoss<Lanes128, Vector128<float>>(classes, problem.Labels, weighted ? problem.Weights : null, weighted ? problem.TotalWeight : rows);
        var wide = new LinearObjective<Lanes512, Vector512<float>>(problem.Rows, loss512, 0.7f, threads: 1);
        var narrow = new LinearObjective<Lanes128, Vector128<float>>(problem.Rows, loss128, 0.7f, threads: 1);
        foreach (IDifferentiable objective in new IDifferentiable[] { wide, narrow })
        {
            var gradient = new float[point.Length];
            Assert.Equal(expected, objective.Evaluate(point, gradient), 1e-5);
            for (int i = 0; i < point.Length; i++)
            {
                var moved = (float[])point.Clone();
                moved[i] = point[i] + 0.01f;
                double above = problem.Objective(moved, 0.7f, weighted);
                moved[i] = point[i] - 0.01f;
                double below = problem.Objective(moved, 0.7f, weighted);
                Assert.Equal((above - below) / 0.02, gradient[i], 2e-4);
            }
        }
    }

    [Fact]
    public void The_logistic_loss_is_the_softmax_of_two_classes_with_one_score_held_at_zero()
    {
        using var problem = new ToyProblem(150, 9, 2);
        var point = new float[10];
        for (int i = 0; i < point.Length; i++)
            point[i] = 0.3f - (0.07f * i);
        float[] both = [point[0], 0, .. point[1..], .. new float[9]];
        float[] signs = [.. problem.Labels.Select(label => label == 0 ? 1f : -1f)];
        var objective = new LinearObjective<Lanes256, Vector256<float>>(problem.Rows, new LogisticLoss(signs, null, 150), 0, threads: 1);
        Assert.Equal(problem.Objective(both, 0, weighted: false), objective.Evaluate(point, new float[10]), 1e-5);
    }

    [Fact]
    public void The_sums_are_the_same_bits_on_any_number_of_threads()
    {
        using var problem = new ToyProblem(5000, 70, 7);
        var point = new float[7 * 71];
        for (int i = 0; i < point.Length; i++)
            point[i] = MathF.Sin(i);
        var loss = new SoftmaxLoss<Lanes256, Vector256<float>>(7, problem.Labels, problem.Weights, problem.TotalWeight);
        var results = new List<(double Value, float[] Gradient)>();
        foreach (int threads in new[] { 1, 2, 3, 8 })
        {
            var objective = new LinearObjective<Lanes256, Vector256<float>>(problem.Rows, loss, 1, threads);
            var gradient = new float[point.Length];
            results.Add((objective.Evaluate(point, gradient), gradient));
        }

        foreach ((double value, float[] gradient) in results)
        {
            Assert.Equal(results[0].Value, value);
            Assert.Equal(results[0].Gradient, gradient);
        }
    }
}
