using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Limited-memory BFGS (Nocedal, 1980) with a strong Wolfe line search, and with an L1 penalty its orthant-wise form OWL-QN
/// (Andrew and Gao, 2007) with backtracking.
/// </summary>
internal sealed class QuasiNewton
{
    private const float ArmijoFraction = 1e-4f;
    private const float Backtrack = 0.25f;
    private const int MaxBacktracks = 8;

    // How much of the mean improvement's weight passes on to the iterations before.
    private const double Memory = 0.25;

    private readonly IDifferentiable _function;
    private readonly QuasiNewtonOptions _options;
    private readonly CurvatureHistory _history;
    private readonly bool _orthantWise;
    private readonly float[] _descent;
    private readonly float[] _direction;
    private float[] _point;
    private float[] _gradient;
    private float[] _nextPoint;
    private float[] _nextGradient;
    private double _value;
    private double _nextValue;
    private int _iteration = 1;
    private int _evaluations;
    private string? _premature;

    private QuasiNewton(IDifferentiable function, float[] start, QuasiNewtonOptions options)
    {
        _function = function;
        _options = options;
        _orthantWise = options.L1 > 0 || options.NonNegative;
        _history = new CurvatureHistory(options.HistorySize, start.Length);
        _point = (float[])start.Clone();
        _gradient = new float[start.Length];
        _nextPoint = new float[start.Length];
        _nextGradient = new float[start.Length];
        _direction = new float[start.Length];
        _descent = _orthantWise ? new float[start.Length] : [];
    }

    /// <summary>
    /// Minimises <paramref name="function"/> from <paramref name="start"/>; <paramref name="report"/> hears the iteration, the value and the mean
    /// improvement after each iteration, and may throw to end the work.
    /// </summary>
    internal static QuasiNewtonResult Minimize(
        IDifferentiable function, float[] start, QuasiNewtonOptions options, Action<int, double, double> report) =>
        new QuasiNewton(function, start, options).Run(report);

    private QuasiNewtonResult Run(Action<int, double, double> report)
    {
        double improvements = 0;
        _value = Evaluate(_point, _gradient);
        int done = 0;
        ChooseDirection();
        while (done < _options.MaximumIterations && Step())
        {
            done++;
            improvements = _value - _nextValue + (Memory * improvements);
            double improvement = improvements * (1 - Memory) / (1 - Math.Pow(Memory, done));
            report(done, _nextValue, improvement);
            bool converged = improvement < _options.Tolerance;
            if (!converged && !_history.Add(_point, _nextPoint, _gradient, _nextGradient))
            {
                _premature = "the last step was too short to learn from";
                converged = true;
            }

            (_point, _nextPoint) = (_nextPoint, _point);
            (_gradient, _nextGradient) = (_nextGradient, _gradient);
            _value = _nextValue;
            _iteration++;
            if (converged)
                break;
            ChooseDirection();
        }

        return new QuasiNewtonResult(_point, _value, done, _evaluations, _premature);
    }

    /// <summary>One line search; on numerical trouble a second one from scratch. False where neither can go on.</summary>
    private bool Step()
    {
        if (Search(force: false))
            return true;
        if (_premature is not null)
            return false;

        // Wrong curvature is the likeliest reason of a failed search: forget it and go down the gradient.
        _history.Clear();
        ChooseDirection();
        return Search(force: true);
    }

    private double Evaluate(float[] point, float[] gradient)
    {
        _evaluations++;
        double value = _function.Evaluate(point, gradient);
        if (_options.L1 > 0)
            value += _options.L1 * (double)TensorPrimitives.SumOfMagnitudes<float>(point.AsSpan(_options.Unpenalized));
        return value;
    }

    private void ChooseDirection()
    {
        if (_orthantWise)
        {
            OrthantWise.SteepestDescent(_point, _gradient, _options, _descent);
            _descent.CopyTo(_direction, 0);
        }
        else
        {
            TensorPrimitives.Negate(_gradient, _direction);
        }

        _history.MultiplyByInverseHessian(_direction);
        if (_orthantWise)
            OrthantWise.DropBlocked(_descent, _direction);
    }

    private bool Search(bool force)
    {
        double slope = _orthantWise
            ? -(double)TensorPrimitives.Dot<float>(_direction, _descent)
            : TensorPrimitives.Dot<float>(_direction, _gradient);
        if (slope == 0 || double.IsNaN(slope))
        {
            _premature = "the slope is zero: this may be the optimum";
            return false;
        }

        if (slope > 0)
            return force ? Refuse("the direction does not lead down") : false;

        float length = TensorPrimitives.Norm<float>(_direction);
        double step = _iteration == 1 || force ? 1 / length : 1;
        return _orthantWise ? BacktrackFrom(step, force) : WolfeFrom(step, slope, force);
    }

    private bool Refuse(string why)
    {
        _premature = why;
        return false;
    }

    private bool BacktrackFrom(double step, bool force)
    {
        double promised = Advance(step);
        if (promised < 0)
        {
            OrthantWise.DropOpposed(_descent, _direction, _options);
            promised = Advance(step);
        }

        for (int tries = 1; ; tries++)
        {
            _nextValue = Evaluate(_nextPoint, _nextGradient);
            if (_nextValue <= _value - (ArmijoFraction * promised))
                return true;
            if (!force && tries == MaxBacktracks)
                return false;
            step *= Backtrack;
            promised = Advance(step);
            if (_point.AsSpan().SequenceEqual(_nextPoint))
                return Refuse("no shorter step changes the parameters");
        }

        double Advance(double length)
        {
            TensorPrimitives.MultiplyAdd(_direction, (float)length, _point, _nextPoint);
            OrthantWise.Project(_point, _nextPoint, _options);
            return OrthantWise.Promise(_descent, _point, _nextPoint);
        }
    }

    private bool WolfeFrom(double step, double slope, bool force)
    {
        bool found = WolfeSearch.Find(Along, _value, slope, step);
        if (!found && force)
            return Refuse("the line search found no lower value");
        return found;

        (double Value, double Slope) Along(double at)
        {
            TensorPrimitives.MultiplyAdd(_direction, (float)at, _point, _nextPoint);
            _nextValue = Evaluate(_nextPoint, _nextGradient);
            return (_nextValue, TensorPrimitives.Dot<float>(_direction, _nextGradient));
        }
    }
}
