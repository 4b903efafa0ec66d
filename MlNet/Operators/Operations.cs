using System.Collections.Immutable;

namespace MlNetFashion.MlNet.Operators;

/// <summary>The operations' names and signs.</summary>
internal static class Operations
{
    internal static ImmutableArray<(string Name, string Sign)> Arithmetic { get; } =
        ImmutableArray.Create(("Add", "+"), ("Subtract", "-"), ("Multiply", "*"), ("Divide", "/"), ("Modulo", "%"));

    internal static ImmutableArray<(string Name, string Sign)> Logic { get; } = ImmutableArray.Create(("And", "&"), ("Or", "|"), ("Xor", "^"));

    internal static ImmutableArray<(string Name, string Sign)> Shifts { get; } = ImmutableArray.Create(("LeftShift", "<<"), ("RightShift", ">>"));

    internal static ImmutableArray<string> Comparisons { get; } = ImmutableArray.Create(
        "ElementwiseEquals",
        "ElementwiseNotEquals",
        "ElementwiseGreaterThanOrEqual",
        "ElementwiseLessThanOrEqual",
        "ElementwiseGreaterThan",
        "ElementwiseLessThan");
}
