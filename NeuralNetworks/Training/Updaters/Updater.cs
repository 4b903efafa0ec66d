using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>An optimiser at work. Calls for different parts of a parameter may run at once.</summary>
internal abstract unsafe class Updater
{
    /// <summary>Arrays kept beside every parameter.</summary>
    public abstract int States { get; }

    /// <summary>What those arrays start with.</summary>
    public virtual float InitialState => 0;

    /// <summary>Called before the updates of a step, counted from 1.</summary>
    public abstract void BeginStep(int step, double learningRate);

    /// <summary>Changes <paramref name="count"/> values (whole vectors) from <paramref name="offset"/> on by their gradient.</summary>
    /// <returns>The sum of the squares of these values as they were.</returns>
    public abstract float Apply(Parameter parameter, nint offset, float* gradient, int count);
}
