namespace Microsoft.ML;

/// <summary>Fetches the value of one column at the row a cursor stands on; buffers inside <paramref name="value"/> are reused.</summary>
public delegate void ValueGetter<TValue>(ref TValue value);
