using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>From an optimiser's settings to its kernels.</summary>
internal static class UpdaterFactory<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    public static Updater Create(Optimizer optimizer) => optimizer switch
    {
        Sgd { Momentum: 0 } => Of(default(SgdRule<TSimd, TVector>)),
        Sgd settings => Of(new MomentumRule<TSimd, TVector>(settings)),
        Adam settings => Of(new AdamRule<TSimd, TVector>(settings.Beta1, settings.Beta2, settings.Epsilon, 0)),
        AdamW settings => Of(new AdamRule<TSimd, TVector>(settings.Beta1, settings.Beta2, settings.Epsilon, settings.WeightDecay)),
        Adamax settings => Of(new AdamaxRule<TSimd, TVector>(settings)),
        RmsProp { Momentum: 0, Centered: false } settings => Of(new RmsPropRule<TSimd, TVector>(settings)),
        RmsProp settings => Of(new FullRmsPropRule<TSimd, TVector>(settings)),
        Adagrad settings => Of(new AdagradRule<TSimd, TVector>(settings), (float)settings.InitialAccumulator),
        Adadelta settings => Of(new AdadeltaRule<TSimd, TVector>(settings)),
        _ => throw new ArgumentException($"An optimiser of this library was expected. Received: {optimizer.GetType().Name}."),
    };

    private static RuleUpdater<TSimd, TVector, TRule> Of<TRule>(TRule rule, float initialState = 0)
        where TRule : struct, IUpdateRule<TSimd, TVector> => new(rule, initialState);
}
