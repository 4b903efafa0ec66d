using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>From an optimiser's settings to its kernels.</summary>
internal static class UpdaterFactory<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    public static Updater Create(Optimizer optimizer) => optimizer switch
    {
        Sgd sgd => new SgdUpdater<TSimd, TVector>(sgd),
        Adam adam => new AdamUpdater<TSimd, TVector>(adam),
        _ => throw new ArgumentException($"An optimiser of this library was expected. Received: {optimizer.GetType().Name}."),
    };
}
