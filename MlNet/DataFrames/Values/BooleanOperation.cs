namespace Microsoft.Data.Analysis;

/// <summary>Logic between two truth values.</summary>
internal enum BooleanOperation
{
    And,
    Or,
    Xor,
}
