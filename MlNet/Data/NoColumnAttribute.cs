namespace Microsoft.ML.Data;

/// <summary>Keeps a member from being a column.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
public sealed class NoColumnAttribute : Attribute
{
    /// <summary>Keeps a member from being a column.</summary>
    public NoColumnAttribute()
    {
    }
}
