namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Memory of tensors that are no longer used, for those to come. Not for several threads at once.</summary>
internal sealed class TensorPool
{
    // What is kept may be so much larger than what is asked for.
    private const int LargestWaste = 2;
    private const int MostKept = 64;

    private readonly List<TensorStorage> _free = [];

    public TensorStorage Take(ElementType type, int count)
    {
        var best = -1;
        for (var i = 0; i < _free.Count; i++)
        {
            var length = LengthOf(_free[i], type);
            if (length >= count && length <= Math.Max((long)count * LargestWaste, 256) && (best < 0 || length < LengthOf(_free[best], type)))
                best = i;
        }

        if (best < 0)
            return TensorStorage.Of(type, count, pooled: true);
        var found = _free[best];
        _free[best] = _free[^1];
        _free.RemoveAt(_free.Count - 1);
        found.Users = 1;
        return found;
    }

    public void Return(TensorStorage storage)
    {
        if (_free.Count == MostKept)
            _free.RemoveAt(0);
        _free.Add(storage);
    }

    private static int LengthOf(TensorStorage storage, ElementType type) => type switch
    {
        ElementType.Single => storage.Singles?.Length ?? -1,
        ElementType.Double => storage.Doubles?.Length ?? -1,
        _ => storage.Integers?.Length ?? -1,
    };
}
