namespace Microsoft.Data.Analysis;

/// <summary>Elements of which nothing is known.</summary>
internal sealed class PlainMath<T> : ElementMath<T>
    where T : unmanaged;
