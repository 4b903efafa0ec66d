using System.Collections.Immutable;
using System.Linq;

namespace MlNetFashion.MlNet.Operators;

/// <summary>A type of number that columns hold.</summary>
internal sealed class NumberType
{
    private enum Kind
    {
        Signed,
        Unsigned,
        FloatingPoint,
        Decimal,
    }

    private readonly Kind _kind;
    private readonly int _bits;

    private NumberType(string name, string keyword, Kind kind, int bits)
    {
        Name = name;
        Keyword = keyword;
        _kind = kind;
        _bits = bits;
    }

    internal static ImmutableArray<NumberType> All { get; } = ImmutableArray.Create(
        new NumberType("Byte", "byte", Kind.Unsigned, 8),
        new NumberType("SByte", "sbyte", Kind.Signed, 8),
        new NumberType("Int16", "short", Kind.Signed, 16),
        new NumberType("UInt16", "ushort", Kind.Unsigned, 16),
        new NumberType("Int32", "int", Kind.Signed, 32),
        new NumberType("UInt32", "uint", Kind.Unsigned, 32),
        new NumberType("Int64", "long", Kind.Signed, 64),
        new NumberType("UInt64", "ulong", Kind.Unsigned, 64),
        new NumberType("Single", "float", Kind.FloatingPoint, 32),
        new NumberType("Double", "double", Kind.FloatingPoint, 64),
        new NumberType("Decimal", "decimal", Kind.Decimal, 128));

    /// <summary>.NET's name.</summary>
    internal string Name { get; }

    /// <summary>C#'s name.</summary>
    internal string Keyword { get; }

    internal string Column => Name + "DataFrameColumn";

    /// <summary>The type that shifted integers have: no smaller one than 32 bits, as in C#.</summary>
    internal NumberType Shifted => _bits < 32 ? Named("Int32") : this;

    internal bool IsInteger => _kind is Kind.Signed or Kind.Unsigned;

    /// <summary>
    /// The type of a result, as C# has it for numbers, except that unsigned 64 bits with smaller signed numbers give Single; null where
    /// there is no arithmetic between the types.
    /// </summary>
    internal static NumberType? Promote(NumberType left, NumberType right)
    {
        if (left._kind == Kind.Decimal || right._kind == Kind.Decimal)
            return left._kind == Kind.FloatingPoint || right._kind == Kind.FloatingPoint ? null : Named("Decimal");
        if (left._kind == Kind.FloatingPoint || right._kind == Kind.FloatingPoint)
            return Is(left, right, Kind.FloatingPoint, 64) ? Named("Double") : Named("Single");
        var oneIsSigned = left._kind == Kind.Signed || right._kind == Kind.Signed;
        if (Is(left, right, Kind.Unsigned, 64))
            return !oneIsSigned ? Named("UInt64") : Is(left, right, Kind.Signed, 64) ? null : Named("Single");
        if (Is(left, right, Kind.Signed, 64))
            return Named("Int64");
        if (Is(left, right, Kind.Unsigned, 32))
            return oneIsSigned ? Named("Int64") : Named("UInt32");
        return Named("Int32");
    }

    private static bool Is(NumberType left, NumberType right, Kind kind, int bits) =>
        (left._kind == kind && left._bits == bits) || (right._kind == kind && right._bits == bits);

    private static NumberType Named(string name) => All.Single(type => type.Name == name);
}
