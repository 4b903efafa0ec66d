namespace Microsoft.Data.Analysis;

/// <summary>What many elements are made one by.</summary>
internal enum Reduction
{
    Sum,
    Product,
    Max,
    Min,
}
