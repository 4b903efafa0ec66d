using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Converts values of one column type into another.</summary>
internal static class ValueConversions
{
    /// <summary>A conversion between raw types, or null where there is none.</summary>
    internal static ValueMapper<TSource, TDestination>? Find<TSource, TDestination>()
    {
        if (typeof(TSource) == typeof(TDestination))
            return (ValueMapper<TSource, TDestination>)(object)(ValueMapper<TSource, TSource>)Same;
        if (typeof(TDestination) == typeof(ReadOnlyMemory<char>))
            return ToText<TSource>() as ValueMapper<TSource, TDestination>;
        if (typeof(TSource) == typeof(ReadOnlyMemory<char>))
            return FromText<TDestination>() as ValueMapper<TSource, TDestination>;
        if (typeof(TSource) == typeof(bool) && IsNumber(typeof(TDestination)))
            return Make<TSource, TDestination>(nameof(FromBoolean), typeof(TDestination));
        if (typeof(TDestination) == typeof(bool) && IsNumber(typeof(TSource)))
            return Make<TSource, TDestination>(nameof(ToBoolean), typeof(TSource));
        if (IsNumber(typeof(TSource)) && IsNumber(typeof(TDestination)))
            return Make<TSource, TDestination>(nameof(Number), typeof(TSource), typeof(TDestination));
        return FromTime<TSource, TDestination>();
    }

    /// <summary>True when there is a conversion between raw types.</summary>
    internal static bool Exists(Type source, Type destination) =>
        typeof(ValueConversions).GetMethod(nameof(Find), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(source, destination).Invoke(null, null) is not null;

    private static bool IsNumber(Type type) => type != typeof(bool) && type.IsPrimitive && type != typeof(char);

    private static void Same<T>(in T source, ref T destination) => destination = source;

    private static ValueMapper<TSource, TDestination> Make<TSource, TDestination>(string maker, params Type[] types) =>
        (ValueMapper<TSource, TDestination>)typeof(ValueConversions).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types).Invoke(null, null)!;

    private static ValueMapper<TSource, TDestination> Number<TSource, TDestination>()
        where TSource : INumberBase<TSource>
        where TDestination : INumberBase<TDestination> =>
        (in TSource source, ref TDestination destination) => destination = TDestination.CreateTruncating(source);

    private static ValueMapper<bool, TDestination> FromBoolean<TDestination>()
        where TDestination : INumberBase<TDestination> =>
        (in bool source, ref TDestination destination) => destination = source ? TDestination.One : TDestination.Zero;

    private static ValueMapper<TSource, bool> ToBoolean<TSource>()
        where TSource : INumberBase<TSource> =>
        (in TSource source, ref bool destination) => destination = source != TSource.Zero;

    private static ValueMapper<TSource, TDestination>? FromTime<TSource, TDestination>() => (typeof(TSource), typeof(TDestination)) switch
    {
        var (source, destination) when source == typeof(DateTime) && destination == typeof(long) =>
            (ValueMapper<TSource, TDestination>)(object)(ValueMapper<DateTime, long>)((in DateTime value, ref long result) => result = value.Ticks),
        var (source, destination) when source == typeof(DateTimeOffset) && destination == typeof(long) =>
            (ValueMapper<TSource, TDestination>)(object)(ValueMapper<DateTimeOffset, long>)((in DateTimeOffset value, ref long result) => result = value.UtcTicks),
        var (source, destination) when source == typeof(TimeSpan) && destination == typeof(long) =>
            (ValueMapper<TSource, TDestination>)(object)(ValueMapper<TimeSpan, long>)((in TimeSpan value, ref long result) => result = value.Ticks),
        _ => null,
    };

    private static ValueMapper<ReadOnlyMemory<char>, T> FromText<T>()
    {
        var parse = TextValues.Parser<T>();
        var isReal = typeof(T) == typeof(float) || typeof(T) == typeof(double);
        return (in ReadOnlyMemory<char> source, ref T destination) =>
        {
            if (!parse(source.Span, out destination) && !isReal)
                throw new InvalidOperationException($"Could not parse value {source} as {typeof(T).Name}.");
        };
    }

    private static Delegate? ToText<T>() => typeof(T) switch
    {
        var type when type == typeof(bool) => (ValueMapper<bool, ReadOnlyMemory<char>>)((in bool value, ref ReadOnlyMemory<char> text) => text = (value ? "1" : "0").AsMemory()),
        var type when typeof(IFormattable).IsAssignableFrom(type) =>
            (ValueMapper<T, ReadOnlyMemory<char>>)((in T value, ref ReadOnlyMemory<char> text) => text = TextOf(value).AsMemory()),
        _ => null,
    };

    private static string TextOf<T>(T value) => value switch
    {
        float number => float.IsNaN(number) ? "?" : number.ToString("R", CultureInfo.InvariantCulture),
        double number => double.IsNaN(number) ? "?" : number.ToString("G17", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("o", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A {typeof(T)} cannot become text."),
    };
}
