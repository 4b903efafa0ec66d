using System.Text;

namespace MlNetFashion.MlNet.Operators;

/// <summary>The members of one typed column: arithmetic and comparisons with columns and values of all types.</summary>
internal static class TypedColumnSource
{
    internal static string Of(NumberType type)
    {
        var text = new StringBuilder()
            .AppendLine("#nullable enable")
            .AppendLine("namespace Microsoft.Data.Analysis;")
            .AppendLine($"public partial class {type.Column}")
            .AppendLine("{");
        foreach (var other in NumberType.All)
        {
            if (NumberType.Promote(type, other) is { } result)
                AddPair(text, type, other, result);
        }

        if (type.IsInteger)
            AddShifts(text, type);
        return text.AppendLine("}").ToString();
    }

    private static void AddPair(StringBuilder text, NumberType type, NumberType other, NumberType result)
    {
        // In place only where the column can hold the result.
        var keeps = ReferenceEquals(type, result);
        var parameter = keeps ? ", bool inPlace = false" : string.Empty;
        var argument = keeps ? ", inPlace" : string.Empty;
        var reversed = keeps ? ", inPlace, reversed: true" : ", reversed: true";
        foreach (var (name, sign) in Operations.Arithmetic)
        {
            text.AppendLine($"    public {result.Column} {name}({other.Column} column{parameter}) => ({result.Column})CombineAs<{result.Keyword}>(BinaryOperation.{name}, column{argument});")
                .AppendLine($"    public {result.Column} {name}({other.Keyword} value{parameter}) => ({result.Column})CombineAs<{result.Keyword}>(BinaryOperation.{name}, ({result.Keyword})value{argument});")
                .AppendLine($"    public {result.Column} Reverse{name}({other.Keyword} value{parameter}) => ({result.Column})CombineAs<{result.Keyword}>(BinaryOperation.{name}, ({result.Keyword})value{reversed});")
                .AppendLine($"    public static {result.Column} operator {sign}({type.Column} left, {other.Column} right) => left.{name}(right);")
                .AppendLine($"    public static {result.Column} operator {sign}({type.Column} left, {other.Keyword} right) => left.{name}(right);")
                .AppendLine($"    public static {result.Column} operator {sign}({other.Keyword} left, {type.Column} right) => right.Reverse{name}(left);");
        }

        foreach (var name in Operations.Comparisons)
        {
            text.AppendLine($"    public BooleanDataFrameColumn {name}({other.Column} column) => (BooleanDataFrameColumn){name}((DataFrameColumn)column);")
                .AppendLine($"    public BooleanDataFrameColumn {name}({other.Keyword} value) => (BooleanDataFrameColumn){name}<{other.Keyword}>(value);");
        }
    }

    private static void AddShifts(StringBuilder text, NumberType type)
    {
        var result = type.Shifted;
        foreach (var (name, sign) in Operations.Shifts)
        {
            var amount = name == "LeftShift" ? "value" : "-value";
            text.AppendLine($"    public new {result.Column} {name}(int value, bool inPlace = false) => ({result.Column})ShiftAs<{result.Keyword}>({amount}, inPlace);")
                .AppendLine($"    public static {result.Column} operator {sign}({type.Column} left, int value) => left.{name}(value);");
        }
    }
}
