namespace Microsoft.ML.Data;

/// <summary>A date with a time of day and an offset from UTC.</summary>
public sealed class DateTimeOffsetDataViewType : PrimitiveDataViewType
{
    private DateTimeOffsetDataViewType()
        : base(typeof(DateTimeOffset))
    {
    }

    /// <summary>The one instance.</summary>
    public static DateTimeOffsetDataViewType Instance { get; } = new();

    /// <inheritdoc/>
    public override bool Equals(DataViewType? other) => other is DateTimeOffsetDataViewType;

    /// <inheritdoc/>
    public override string ToString() => "DateTimeOffset";
}
