namespace Microsoft.Data.Analysis;

/// <summary>Comparisons between two elements.</summary>
internal enum ComparisonOperation
{
    Equal,
    NotEqual,
    GreaterThanOrEqual,
    LessThanOrEqual,
    GreaterThan,
    LessThan,
}
