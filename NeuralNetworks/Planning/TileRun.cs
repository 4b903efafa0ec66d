namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Tiles that lie side by side in two lay-outs.</summary>
/// <param name="Here">The first one's place in the one.</param>
/// <param name="There">Its place in the other.</param>
/// <param name="Count">How many they are.</param>
internal readonly record struct TileRun(int Here, int There, int Count)
{
    public bool IsFollowedBy(TileRun next) => Here + Count == next.Here && There + Count == next.There;
}
