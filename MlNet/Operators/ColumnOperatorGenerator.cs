using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MlNetFashion.MlNet.Operators;

/// <summary>
/// Writes what data frames and their columns have once for every type of number, or every pair of types: thousands of one-line members that
/// all say the same. What they say is in PrimitiveDataFrameColumn.
/// </summary>
[Generator]
public sealed class ColumnOperatorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(output =>
    {
        foreach (var type in NumberType.All)
            output.AddSource($"{type.Column}.g.cs", SourceText.From(TypedColumnSource.Of(type), Encoding.UTF8));
        output.AddSource("DataFrameColumn.Operators.g.cs", SourceText.From(ScalarOperatorSource.Of("DataFrameColumn", "column"), Encoding.UTF8));
        output.AddSource("DataFrame.Operators.g.cs", SourceText.From(ScalarOperatorSource.Of("DataFrame", "df"), Encoding.UTF8));
    });
}
