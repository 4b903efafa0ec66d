using System.Runtime.CompilerServices;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>See <see cref="Sgd"/>.</summary>
internal sealed unsafe class SgdUpdater<TSimd, TVector>(Sgd optimizer) : Updater
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private float _rate;

    public override int States => optimizer.Momentum > 0 ? 1 : 0;

    public override void BeginStep(int step, double learningRate) => _rate = (float)learningRate;

    public override void Apply(Parameter parameter, nint offset, float* gradient, int count)
    {
        var velocity = optimizer.Momentum > 0 ? parameter.State[0] + offset : null;
        Step(parameter.Values + offset, velocity, gradient, count, (float)(2 * parameter.Spec.L2), _rate, (float)optimizer.Momentum, optimizer.Nesterov);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(float* values, float* velocity, float* gradient, int count, float decay, float rate, float momentum, bool nesterov)
    {
        TVector pull = TSimd.Set(decay), down = TSimd.Set(-rate), keep = TSimd.Set(momentum);
        for (var i = 0; i < count; i += TSimd.Width)
        {
            var w = TSimd.Load(values + i);
            var step = TSimd.Multiply(down, TSimd.MultiplyAdd(pull, w, TSimd.Load(gradient + i)));
            if (velocity != null)
            {
                var v = TSimd.MultiplyAdd(keep, TSimd.Load(velocity + i), step);
                TSimd.Store(velocity + i, v);
                step = nesterov ? TSimd.MultiplyAdd(keep, v, step) : v;
            }

            TSimd.Store(values + i, TSimd.Add(w, step));
        }
    }
}
