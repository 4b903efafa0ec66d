namespace Microsoft.ML.Data;

/// <summary>Base of attributes that give a member of a row class a column type of its own.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = false, Inherited = true)]
public abstract class DataViewTypeAttribute : Attribute, IEquatable<DataViewTypeAttribute>
{
    /// <summary>Made by the attribute's own class.</summary>
    protected DataViewTypeAttribute()
    {
    }

    /// <summary>Tells <see cref="DataViewTypeManager"/> which column type a .NET type with this attribute has.</summary>
    public abstract void Register();

    /// <inheritdoc/>
    public abstract bool Equals(DataViewTypeAttribute? other);
}
