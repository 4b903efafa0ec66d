using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers.Solvers;

public sealed class QuasiNewtonTests
{
    [Fact]
    public void Rosenbrocks_valley_is_walked_to_its_end()
    {
        var result = QuasiNewton.Minimize(new Rosenbrock(), [-1.2f, 1f], new QuasiNewtonOptions { Tolerance = 1e-9f }, (_, _, _) => { });
        Assert.Equal(1, result.Point[0], 1e-2f);
        Assert.Equal(1, result.Point[1], 1e-2f);
    }

    [Fact]
    public void An_l1_penalty_shrinks_a_quadratic_softly_and_leaves_free_parameters_alone()
    {
        // The minimum of (x - c)^2 / 2 + l1 |x| is c drawn towards zero by l1.
        float[] centre = [3, 2, -0.5f, 0.9f, -4];
        var result = QuasiNewton.Minimize(new Quadratic(centre), new float[5], new QuasiNewtonOptions { L1 = 1, Unpenalized = 1 }, (_, _, _) => { });
        float[] expected = [3, 1, 0, 0, -3];
        for (int i = 0; i < 5; i++)
            Assert.Equal(expected[i], result.Point[i], 1e-3f);
        Assert.Equal(0f, result.Point[2]);
    }

    [Fact]
    public void Non_negative_parameters_stop_at_zero()
    {
        var result = QuasiNewton.Minimize(new Quadratic([-2, 3, -1]), new float[3], new QuasiNewtonOptions { NonNegative = true, Unpenalized = 1 }, (_, _, _) => { });
        Assert.Equal(-2, result.Point[0], 1e-3f);
        Assert.Equal(3, result.Point[1], 1e-3f);
        Assert.Equal(0f, result.Point[2]);
    }

    [Fact]
    public void Iterations_are_reported_and_limited()
    {
        var seen = new List<int>();
        var result = QuasiNewton.Minimize(
            new Rosenbrock(), [-1.2f, 1f], new QuasiNewtonOptions { MaximumIterations = 3 }, (iteration, _, _) => seen.Add(iteration));
        Assert.Equal(3, result.Iterations);
        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public void A_penalised_fit_meets_the_conditions_of_its_optimum()
    {
        using var problem = new ToyProblem(400, 20, 3);
        const float l1 = 2f / 400;
        var result = LinearSolver.Softmax(
            problem.Rows, 3, problem.Labels, null, 1, 1, new float[63], new QuasiNewtonOptions { L1 = l1, Unpenalized = 3, Tolerance = 1e-9f }, (_, _, _) => { });
        int zeros = 0;
        for (int i = 3; i < 63; i++)
        {
            var moved = (float[])result.Point.Clone();
            moved[i] += 0.01f;
            double above = problem.Objective(moved, 1, weighted: false);
            moved[i] -= 0.02f;
            double slope = (above - problem.Objective(moved, 1, weighted: false)) / 0.02;
            if (result.Point[i] == 0)
                Assert.InRange(slope, -l1 - 5e-4, l1 + 5e-4);
            else
                Assert.Equal(-l1 * MathF.Sign(result.Point[i]), slope, 1e-3);
            zeros += result.Point[i] == 0 ? 1 : 0;
        }

        Assert.InRange(zeros, 1, 59);
    }

    private sealed class Rosenbrock : IDifferentiable
    {
        public int Parameters => 2;

        public double Evaluate(ReadOnlySpan<float> point, Span<float> gradient)
        {
            double x = point[0], y = point[1];
            gradient[0] = (float)((-2 * (1 - x)) - (400 * x * (y - (x * x))));
            gradient[1] = (float)(200 * (y - (x * x)));
            return ((1 - x) * (1 - x)) + (100 * (y - (x * x)) * (y - (x * x)));
        }
    }

    private sealed class Quadratic(float[] centre) : IDifferentiable
    {
        public int Parameters => centre.Length;

        public double Evaluate(ReadOnlySpan<float> point, Span<float> gradient)
        {
            double sum = 0;
            for (int i = 0; i < point.Length; i++)
            {
                gradient[i] = point[i] - centre[i];
                sum += 0.5 * gradient[i] * gradient[i];
            }

            return sum;
        }
    }
}
