using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks;

/// <summary><see cref="FillMode.Nearest"/>.</summary>
internal readonly struct NearestBorder : IBorder
{
    public static bool IsConstant => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Map(Vector<float> coordinate, float last) =>
        Vector.Min(Vector.Max(coordinate, Vector<float>.Zero), new Vector<float>(last));
}

/// <summary><see cref="FillMode.Constant"/>: what lies outside is overwritten afterwards, but its address must be a pixel's.</summary>
internal readonly struct ConstantBorder : IBorder
{
    public static bool IsConstant => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Map(Vector<float> coordinate, float last) => NearestBorder.Map(coordinate, last);
}

/// <summary>
/// <see cref="FillMode.Reflect"/>: the pattern of image and mirror image repeats every 2 * size; half a pixel around the edge the value is
/// the border pixel's, since it has itself as its neighbour.
/// </summary>
internal readonly struct ReflectBorder : IBorder
{
    public static bool IsConstant => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Map(Vector<float> coordinate, float last)
    {
        var size = new Vector<float>(last + 1);
        var period = size + size;
        var half = new Vector<float>(0.5f);
        var place = coordinate + half;
        place -= period * Vector.Floor(place / period);
        place = size - Vector.Abs(place - size);
        return NearestBorder.Map(place - half, last);
    }
}

/// <summary><see cref="FillMode.Wrap"/>: the pattern repeats every size - 1, as in SciPy.</summary>
internal readonly struct WrapBorder : IBorder
{
    public static bool IsConstant => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Map(Vector<float> coordinate, float last)
    {
        var period = new Vector<float>(Math.Max(last, 1));
        var below = coordinate + period * (Vector.Floor(-coordinate / period) + Vector<float>.One);
        var above = coordinate - period * Vector.Floor(coordinate / period);
        var inside = Vector.ConditionalSelect(Vector.GreaterThan(coordinate, new Vector<float>(last)), above, coordinate);
        inside = Vector.ConditionalSelect(Vector.LessThan(coordinate, Vector<float>.Zero), below, inside);
        return NearestBorder.Map(inside, last);
    }
}
