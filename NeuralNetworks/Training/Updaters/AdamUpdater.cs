using System.Runtime.CompilerServices;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>See <see cref="Adam"/>.</summary>
internal sealed unsafe class AdamUpdater<TSimd, TVector>(Adam optimizer) : Updater
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const float Tiny = 1e-30f; // below it, running means would become denormal, which is slow

    private float _rate;

    public override int States => 2;

    public override void BeginStep(int step, double learningRate) =>
        _rate = (float)(learningRate * Math.Sqrt(1 - Math.Pow(optimizer.Beta2, step)) / (1 - Math.Pow(optimizer.Beta1, step)));

    public override void Apply(Parameter parameter, nint offset, float* gradient, int count) =>
        Step(parameter.Values + offset, parameter.State[0] + offset, parameter.State[1] + offset, gradient, count, (float)(2 * parameter.Spec.L2));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(float* values, float* means, float* squares, float* gradient, int count, float decay)
    {
        TVector pull = TSimd.Set(decay), down = TSimd.Set(-_rate), epsilon = TSimd.Set((float)optimizer.Epsilon), tiny = TSimd.Set(Tiny);
        TVector new1 = TSimd.Set((float)(1 - optimizer.Beta1)), new2 = TSimd.Set((float)(1 - optimizer.Beta2));
        for (var i = 0; i < count; i += TSimd.Width)
        {
            TVector w = TSimd.Load(values + i), m = TSimd.Load(means + i), v = TSimd.Load(squares + i);
            var g = TSimd.MultiplyAdd(pull, w, TSimd.Load(gradient + i));
            m = TSimd.MultiplyAdd(new1, TSimd.Subtract(g, m), m);
            v = TSimd.MultiplyAdd(new2, TSimd.Subtract(TSimd.Multiply(g, g), v), v);
            m = TSimd.IfGreater(TSimd.Abs(m), tiny, m, TSimd.Zero);
            v = TSimd.IfGreater(v, tiny, v, TSimd.Zero);
            TSimd.Store(means + i, m);
            TSimd.Store(squares + i, v);
            TSimd.Store(values + i, TSimd.MultiplyAdd(down, TSimd.Divide(m, TSimd.Add(TSimd.SquareRoot(v), epsilon)), w));
        }
    }
}
