using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The orders in which one training meets the rows of its data, pass by pass. They are those in which ML.NET's own trainers would be given the rows by the
/// view, drawn from the same random numbers.
/// </summary>
internal sealed class RowOrders
{
    private readonly TrainingSet? _data;
    private readonly int[]? _seeds;

    private RowOrders(Random generator, TrainingSet? data, int[]? seeds)
    {
        Generator = generator;
        _data = data;
        _seeds = seeds;
    }

    /// <summary>What this training draws its random numbers from.</summary>
    internal Random Generator { get; }

    /// <summary>Every pass as the rows come.</summary>
    internal static RowOrders AsRead(Random generator) => new(generator, null, null);

    /// <summary>Every pass in a random order, all of one generator.</summary>
    internal static RowOrders Drawn(Random generator, TrainingSet data) => new(generator, data, null);

    /// <summary>Every pass in a random order of a generator of its own.</summary>
    internal static RowOrders Seeded(Random generator, TrainingSet data, int[] seeds) => new(generator, data, seeds);

    /// <summary>The order of the next pass; <paramref name="pass"/> counts from zero and the passes are asked for one after the other.</summary>
    internal void Fill(int pass, int[] order)
    {
        if (_data is not null)
            _data.ReadOrder(_seeds is null ? Generator : new TauswortheHybrid(_seeds[pass]), order);
        else if (pass == 0)
        {
            for (int i = 0; i < order.Length; i++)
                order[i] = i;
        }
    }
}
