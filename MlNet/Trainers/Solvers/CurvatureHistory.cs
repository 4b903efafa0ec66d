using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>The last steps s and gradient changes y of a quasi-Newton method, and the product with the inverse Hessian they stand for.</summary>
internal sealed class CurvatureHistory
{
    private readonly int _size;
    private readonly int _parameters;
    private readonly List<Pair> _pairs = [];
    private readonly double[] _alphas;

    internal CurvatureHistory(int size, int parameters)
    {
        _size = size;
        _parameters = parameters;
        _alphas = new double[size];
    }

    internal void Clear() => _pairs.Clear();

    /// <summary>Remembers a step in place of the oldest one; false where the step or the change of the gradient is zero.</summary>
    internal bool Add(float[] point, float[] nextPoint, float[] gradient, float[] nextGradient)
    {
        Pair pair;
        if (_pairs.Count == _size)
        {
            pair = _pairs[0];
            _pairs.RemoveAt(0);
        }
        else
        {
            pair = new Pair(new float[_parameters], new float[_parameters]);
        }

        TensorPrimitives.Subtract(nextPoint, point, pair.S);
        TensorPrimitives.Subtract(nextGradient, gradient, pair.Y);
        pair.Rho = TensorPrimitives.Dot<float>(pair.S, pair.Y);
        _pairs.Add(pair);
        return pair.Rho != 0;
    }

    /// <summary>The two-loop recursion (Nocedal and Wright, algorithm 7.4), in place; pairs of negative curvature are passed over.</summary>
    internal void MultiplyByInverseHessian(float[] direction)
    {
        int newest = -1;
        for (int i = _pairs.Count - 1; i >= 0; i--)
        {
            Pair pair = _pairs[i];
            if (pair.Rho <= 0)
                continue;
            _alphas[i] = -TensorPrimitives.Dot<float>(pair.S, direction) / pair.Rho;
            TensorPrimitives.MultiplyAdd(pair.Y, (float)_alphas[i], direction, direction);
            newest = Math.Max(newest, i);
        }

        if (newest < 0)
            return;
        TensorPrimitives.Multiply(direction, (float)(_pairs[newest].Rho / TensorPrimitives.SumOfSquares<float>(_pairs[newest].Y)), direction);
        for (int i = 0; i < _pairs.Count; i++)
        {
            Pair pair = _pairs[i];
            if (pair.Rho <= 0)
                continue;
            double beta = TensorPrimitives.Dot<float>(pair.Y, direction) / pair.Rho;
            TensorPrimitives.MultiplyAdd(pair.S, (float)(-_alphas[i] - beta), direction, direction);
        }
    }

    private sealed record Pair(float[] S, float[] Y)
    {
        internal double Rho { get; set; }
    }
}
