namespace Microsoft.ML.Data;

/// <summary>A type whose values have no parts and need no disposing.</summary>
public abstract class PrimitiveDataViewType : DataViewType
{
    /// <summary>A primitive type over a .NET type.</summary>
    protected PrimitiveDataViewType(Type rawType)
        : base(rawType)
    {
        if (typeof(IDisposable).IsAssignableFrom(rawType))
            throw new ArgumentException($"A primitive column type must not be disposable. Received: {rawType}.", nameof(rawType));
    }
}
