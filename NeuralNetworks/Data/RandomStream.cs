namespace MlNetFashion.NeuralNetworks;

/// <summary>What random numbers are drawn for; each purpose has a stream of its own.</summary>
internal enum RandomStream : ulong
{
    Weights = 0x57656967,
    Order = 0x4F726465,
    Dropout = 0x44726F70,
    Augmentation = 0x4175676D,
    Mixup = 0x4D697875,
}
