namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Planes of tiles, <c>[plane][tile, channel]</c>. They begin in different cache sets, since all are written at once.</summary>
internal sealed unsafe class WinogradPlanes
{
    private const int SameSets = 1024; // floats after which the cache's sets come again
    private const int NextSet = 16;

    private readonly float* _first;

    /// <param name="arena">Where memory comes from.</param>
    /// <param name="planes">How many.</param>
    /// <param name="length">Floats of each.</param>
    public WinogradPlanes(Arena arena, int planes, long length)
    {
        Distance = (nint)(((length + SameSets - 1) / SameSets * SameSets) + NextSet);
        _first = arena.Floats(planes * Distance);
    }

    /// <summary>From one plane to the next.</summary>
    public nint Distance { get; }

    public float* this[int plane] => _first + (plane * Distance);
}
