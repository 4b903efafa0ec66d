namespace Microsoft.ML.Data;

/// <summary>Which values are missing ones: NaN, the key 0.</summary>
internal static class MissingValues
{
    /// <summary>A test of values of a type that can be missing; for other types nothing ever is.</summary>
    internal static Predicate<T> Test<T>(DataViewType type)
    {
        if (type is KeyDataViewType)
        {
            var comparer = EqualityComparer<T>.Default;
            return value => comparer.Equals(value, default);
        }

        if (typeof(T) == typeof(float))
            return (Predicate<T>)(object)(Predicate<float>)float.IsNaN;
        if (typeof(T) == typeof(double))
            return (Predicate<T>)(object)(Predicate<double>)double.IsNaN;
        return _ => false;
    }
}
