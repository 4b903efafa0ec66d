using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>
/// Converts values of one column type into another. Which conversions there are, and what becomes of values that do not fit, is ML.NET's:
/// signed numbers become signed ones, unsigned numbers unsigned ones (0 where they are too large), and either real numbers; real numbers
/// become no whole ones.
/// </summary>
internal static class ValueConversions
{
    private static readonly Type[] Signed = [typeof(sbyte), typeof(short), typeof(int), typeof(long)];
    private static readonly Type[] Unsigned = [typeof(byte), typeof(ushort), typeof(uint), typeof(ulong)];
    private static readonly Type[] Real = [typeof(float), typeof(double)];
    private static readonly Type[] Times = [typeof(TimeSpan), typeof(DateTime), typeof(DateTimeOffset)];

    /// <summary>A conversion between raw types, or null where there is none.</summary>
    internal static ValueMapper<TSource, TDestination>? Find<TSource, TDestination>() =>
        FindAny<TSource, TDestination>(typeof(TSource), typeof(TDestination)) as ValueMapper<TSource, TDestination>;

    /// <summary>True when there is a conversion between raw types.</summary>
    internal static bool Exists(Type source, Type destination) =>
        typeof(ValueConversions).GetMethod(nameof(Find), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(source, destination).Invoke(null, null) is not null;

    private static Delegate? FindAny<TSource, TDestination>(Type source, Type destination)
    {
        if (source == destination)
            return (ValueMapper<TSource, TSource>)((in TSource value, ref TSource result) => result = value);
        if (destination == typeof(ReadOnlyMemory<char>))
            return (ValueMapper<TSource, ReadOnlyMemory<char>>)((in TSource value, ref ReadOnlyMemory<char> text) => text = TextOf(value).AsMemory());
        if (source == typeof(ReadOnlyMemory<char>))
            return FromText<TDestination>();
        if (source == typeof(DataViewRowId))
            return Unsigned.Contains(destination) ? Make(nameof(FromRowId), destination) : null;
        if (destination == typeof(DataViewRowId))
            return Unsigned.Contains(source) ? Make(nameof(ToRowId), source) : null;
        if (Times.Contains(source))
            return destination == typeof(long) || Real.Contains(destination) ? Make(nameof(FromTime), source, destination) : null;
        if (source == typeof(bool))
            return Signed.Contains(destination) || Real.Contains(destination) ? Make(nameof(FromBoolean), destination) : null;
        if (destination == typeof(bool))
            return IsNumber(source) ? Make(nameof(ToBoolean), source) : null;
        var fits = Real.Contains(destination) ? IsNumber(source)
            : Signed.Contains(destination) ? Signed.Contains(source)
            : Unsigned.Contains(destination) && Unsigned.Contains(source);
        return fits ? Make(nameof(Number), source, destination) : null;
    }

    private static bool IsNumber(Type type) => Signed.Contains(type) || Unsigned.Contains(type) || Real.Contains(type);

    private static Delegate Make(string maker, params Type[] types) =>
        (Delegate)typeof(ValueConversions).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types).Invoke(null, null)!;

    private static ValueMapper<TSource, TDestination> Number<TSource, TDestination>()
        where TSource : INumberBase<TSource>
        where TDestination : INumberBase<TDestination>
    {
        if (!Unsigned.Contains(typeof(TDestination)))
            return (in TSource source, ref TDestination destination) => destination = TDestination.CreateTruncating(source);
        return (in TSource source, ref TDestination destination) =>
        {
            destination = TDestination.CreateTruncating(source);
            if (TSource.CreateTruncating(destination) != source)
                destination = TDestination.Zero;
        };
    }

    private static ValueMapper<bool, TDestination> FromBoolean<TDestination>()
        where TDestination : INumberBase<TDestination> =>
        (in bool source, ref TDestination destination) => destination = source ? TDestination.One : TDestination.Zero;

    private static ValueMapper<TSource, bool> ToBoolean<TSource>()
        where TSource : INumberBase<TSource> =>
        (in TSource source, ref bool destination) => destination = source != TSource.Zero;

    private static ValueMapper<DataViewRowId, TDestination> FromRowId<TDestination>()
        where TDestination : INumberBase<TDestination> => (in DataViewRowId source, ref TDestination destination) =>
        {
            destination = TDestination.CreateTruncating(source.Low);
            if (source.High != 0 || ulong.CreateTruncating(destination) != source.Low)
                destination = TDestination.Zero;
        };

    private static ValueMapper<TSource, DataViewRowId> ToRowId<TSource>()
        where TSource : INumberBase<TSource> =>
        (in TSource source, ref DataViewRowId destination) => destination = new DataViewRowId(ulong.CreateTruncating(source), 0);

    private static ValueMapper<TSource, TDestination> FromTime<TSource, TDestination>()
        where TDestination : INumberBase<TDestination> => (in TSource source, ref TDestination destination) => destination = TDestination.CreateTruncating(source switch
        {
            TimeSpan span => span.Ticks,
            DateTime time => time.Ticks,
            DateTimeOffset time => time.UtcTicks,
            _ => throw new InvalidOperationException($"A {typeof(TSource)} has no ticks."),
        });

    private static ValueMapper<ReadOnlyMemory<char>, T> FromText<T>()
    {
        var parse = TextValues.Parser<T>();
        var isReal = Real.Contains(typeof(T));
        return (in ReadOnlyMemory<char> source, ref T destination) =>
        {
            if (!parse(source.Span, out destination) && !isReal)
                throw new InvalidOperationException($"Could not parse value {source} as {typeof(T).Name}.");
        };
    }

    private static string TextOf<T>(T value) => value switch
    {
        bool truth => truth ? bool.TrueString : bool.FalseString,
        float number => number.ToString("G7", CultureInfo.InvariantCulture),
        double number => number.ToString("G17", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("o", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        DataViewRowId id => $"0x{id}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A {typeof(T)} cannot become text."),
    };
}
