namespace Microsoft.Data.Analysis;

/// <summary>Arithmetic between two elements.</summary>
internal enum BinaryOperation
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}
