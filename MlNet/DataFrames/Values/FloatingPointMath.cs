using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>Numbers with a fraction, which can be rounded; halves go to the even neighbour.</summary>
internal sealed class FloatingPointMath<T> : NumberMath<T>
    where T : unmanaged, IFloatingPoint<T>
{
    internal override T Round(T value) => T.Round(value);
}
