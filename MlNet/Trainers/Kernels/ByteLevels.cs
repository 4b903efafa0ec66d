using System.Runtime.CompilerServices;

namespace Microsoft.ML.Trainers;

/// <summary>Makes bytes of rows whose features are whole multiples of one scale each.</summary>
internal static unsafe class ByteLevels
{
    // Rows that one thread works on at a time.
    private const int Part = 256;

    private const int MostSamples = 1024;
    private const int Attempts = 4;

    /// <summary>Fills in the bytes; gives the scale at each place, or null where some values are no multiples.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="features">The feature at each place.</param>
    /// <param name="sampled">Some of the rows.</param>
    /// <param name="natural">The bytes, row by row.</param>
    /// <param name="stride">From one row to the next.</param>
    internal static float[]? TryFill(PackedRows rows, int[] features, float[][] sampled, byte[] natural, int stride)
    {
        if (Greatest(rows) is not { } greatest)
            return null;

        // Scales are guessed from some rows; values that do not fit are added to these, until all fit or nothing does.
        var samples = new List<float>[features.Length];
        var scales = new float[features.Length];
        for (int place = 0; place < features.Length; place++)
        {
            samples[place] = [.. sampled.Select(row => row[features[place]])];
            if (ByteScale.Find(greatest[features[place]], samples[place]) is not { } scale)
                return null;
            scales[place] = scale;
        }

        int[] open = [.. Enumerable.Range(0, features.Length)];
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            open = Fill(rows, features, open, scales, natural, stride, samples);
            if (open.Length == 0)
                return scales;
            foreach (int place in open)
            {
                if (ByteScale.Find(greatest[features[place]], samples[place]) is not { } scale)
                    return null;
                scales[place] = scale;
            }
        }

        return null;
    }

    /// <summary>The greatest value of each feature; null where one has negative values.</summary>
    private static float[]? Greatest(PackedRows rows)
    {
        float[] greatest = rows.Row(0).ToArray();
        bool negative = false;
        Parallel.For(0, (rows.Count + Part - 1) / Part, () => (float[])greatest.Clone(), (part, state, most) =>
        {
            for (int row = part * Part; row < Math.Min((part + 1) * Part, rows.Count); row++)
            {
                if (Raise(most, rows.Row(row)))
                    continue;
                Volatile.Write(ref negative, true);
                state.Stop();
                break;
            }

            return most;
        }, most =>
        {
            lock (greatest)
                Raise(greatest, most);
        });
        return negative ? null : greatest;
    }

    /// <summary>Raises values to others where these are greater; false where one of these is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Raise(Span<float> values, ReadOnlySpan<float> others)
    {
        float least = 0;
        for (int i = 0; i < others.Length; i++)
        {
            least = MathF.Min(least, others[i]);
            if (others[i] > values[i])
                values[i] = others[i];
        }

        return least >= 0;
    }

    /// <summary>Fills in some places and gives those at which some values do not fit; these values are added to the samples.</summary>
    private static int[] Fill(PackedRows rows, int[] features, int[] places, float[] scales, byte[] natural, int stride, List<float>[] samples)
    {
        float[] inverses = Array.ConvertAll(scales, scale => scale == 0 ? 0 : 1 / scale);
        var misfits = new HashSet<int>();
        Parallel.For(0, (rows.Count + Part - 1) / Part, part =>
        {
            for (int row = part * Part; row < Math.Min((part + 1) * Part, rows.Count); row++)
            {
                Span<byte> target = natural.AsSpan(row * stride, stride);
                for (int next = 0; (next = FillRow(rows[row], features, places, scales, inverses, target, next)) < places.Length; next++)
                {
                    int place = places[next];
                    lock (misfits)
                    {
                        misfits.Add(place);
                        if (samples[place].Count < MostSamples)
                            samples[place].Add(rows[row][features[place]]);
                    }
                }
            }
        });
        return [.. misfits];
    }

    /// <summary>Fills in a row from one of the places on, up to the first that does not fit, and gives that one's number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FillRow(float* source, int[] features, int[] places, float[] scales, float[] inverses, Span<byte> target, int next)
    {
        for (; next < places.Length; next++)
        {
            int place = places[next];
            int level = ByteScale.Quotient(source[features[place]], scales[place], inverses[place]);
            if (level < 0)
                break;
            target[place] = (byte)level;
        }

        return next;
    }
}
