using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>What an optimiser does to one vector of weights. A struct, so that the loop around it compiles to one piece.</summary>
internal interface IUpdateRule<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>Running values kept for every weight, at most three.</summary>
    static abstract int States { get; }

    /// <summary>Called before a step, counted from 1.</summary>
    void Begin(int step, double learningRate);

    /// <summary>The new weights, from the old, their gradient and the running values.</summary>
    TVector Apply(TVector weights, TVector gradient, ref TVector first, ref TVector second, ref TVector third);
}
