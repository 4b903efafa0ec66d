using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>Whole numbers, which can also be shifted bit by bit.</summary>
internal sealed class IntegerMath<T> : NumberMath<T>
    where T : unmanaged, IBinaryInteger<T>
{
    internal override void Shift(Span<T> values, int amount)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = amount < 0 ? values[i] >> -amount : values[i] << amount;
    }
}
