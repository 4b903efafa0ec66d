using System.Runtime.CompilerServices;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>Runs a rule over a parameter: penalty's gradient added, running values kept from becoming denormal, which would be slow.</summary>
internal sealed unsafe class RuleUpdater<TSimd, TVector, TRule>(TRule rule, float initialState) : Updater
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
    where TRule : struct, IUpdateRule<TSimd, TVector>
{
    private const float Tiny = 1e-30f;

    private TRule _rule = rule;

    public override int States => TRule.States;

    public override float InitialState { get; } = initialState;

    public override void BeginStep(int step, double learningRate) => _rule.Begin(step, learningRate);

    public override float Apply(Parameter parameter, nint offset, float* gradient, int count) => Apply(
        parameter.Values + offset, gradient, count, (float)(2 * parameter.Spec.L2),
        TRule.States > 0 ? parameter.State[0] + offset : null, TRule.States > 1 ? parameter.State[1] + offset : null, TRule.States > 2 ? parameter.State[2] + offset : null);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Apply(float* weights, float* gradient, int count, float decay, float* first, float* second, float* third)
    {
        var rule = _rule;
        TVector pull = TSimd.Set(decay), a = TSimd.Zero, b = TSimd.Zero, c = TSimd.Zero, squares = TSimd.Zero;
        for (var i = 0; i < count; i += TSimd.Width)
        {
            if (TRule.States > 0)
                a = TSimd.Load(first + i);
            if (TRule.States > 1)
                b = TSimd.Load(second + i);
            if (TRule.States > 2)
                c = TSimd.Load(third + i);
            var w = TSimd.Load(weights + i);
            squares = TSimd.MultiplyAdd(w, w, squares);
            TSimd.Store(weights + i, rule.Apply(w, TSimd.MultiplyAdd(pull, w, TSimd.Load(gradient + i)), ref a, ref b, ref c));
            if (TRule.States > 0)
                TSimd.Store(first + i, WithoutTiny(a));
            if (TRule.States > 1)
                TSimd.Store(second + i, WithoutTiny(b));
            if (TRule.States > 2)
                TSimd.Store(third + i, WithoutTiny(c));
        }

        return TSimd.Sum(squares);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WithoutTiny(TVector value) => TSimd.IfGreater(TSimd.Abs(value), TSimd.Set(Tiny), value, TSimd.Zero);
}
