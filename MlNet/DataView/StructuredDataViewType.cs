namespace Microsoft.ML.Data;

/// <summary>A type whose values have parts.</summary>
public abstract class StructuredDataViewType : DataViewType
{
    /// <summary>A structured type over a .NET type.</summary>
    protected StructuredDataViewType(Type rawType)
        : base(rawType)
    {
    }
}
