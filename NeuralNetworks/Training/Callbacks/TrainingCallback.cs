namespace MlNetFashion.NeuralNetworks;

/// <summary>Told of a training's course, on the thread that trains. What it throws ends the training.</summary>
public abstract class TrainingCallback
{
    /// <summary>Before the first epoch.</summary>
    public virtual void TrainingBegins(NetworkArchitecture architecture, TrainingOptions options)
    {
    }

    /// <summary>After an epoch and its validation.</summary>
    /// <param name="result">The epoch's figures.</param>
    /// <param name="snapshot">Makes a network of the present weights; costs a copy of them.</param>
    public virtual void EpochCompleted(EpochResult result, Func<Network> snapshot)
    {
    }

    /// <summary>After the last epoch.</summary>
    public virtual void TrainingCompleted(TrainingResult result)
    {
    }
}
