using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>How values are compared when they become keys: text by its characters, numbers as numbers (so -0 is 0).</summary>
internal static class Terms
{
    internal static IEqualityComparer<T>? Comparer<T>() =>
        typeof(T) == typeof(ReadOnlyMemory<char>) ? (IEqualityComparer<T>)(object)TextComparer.Instance : null;

    internal static IComparer<T> Order<T>() =>
        typeof(T) == typeof(ReadOnlyMemory<char>) ? (IComparer<T>)(object)TextComparer.Instance : System.Collections.Generic.Comparer<T>.Default;

    /// <summary>Missing are empty text, NaN and missing keys.</summary>
    internal static Predicate<T> IsMissing<T>(DataViewType type) =>
        typeof(T) == typeof(ReadOnlyMemory<char>)
            ? (Predicate<T>)(object)(Predicate<ReadOnlyMemory<char>>)(text => text.IsEmpty)
            : MissingValues.Test<T>(type);
}
