namespace MlNetFashion.NeuralNetworks;

/// <summary>The figure that decides which epoch is best.</summary>
public enum EarlyStoppingMonitor
{
    /// <summary>Accuracy on the validation images; larger is better.</summary>
    ValidationAccuracy,

    /// <summary>Loss on the validation images; smaller is better.</summary>
    ValidationLoss,

    /// <summary>Accuracy on the training images while training; larger is better.</summary>
    Accuracy,

    /// <summary>Loss on the training images while training; smaller is better.</summary>
    Loss,
}
