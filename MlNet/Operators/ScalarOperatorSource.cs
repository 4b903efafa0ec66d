using System.Text;

namespace MlNetFashion.MlNet.Operators;

/// <summary>The operators of columns whose type is not known, and of whole data frames.</summary>
internal static class ScalarOperatorSource
{
    internal static string Of(string type, string parameter)
    {
        var text = new StringBuilder()
            .AppendLine("#nullable enable")
            .AppendLine("namespace Microsoft.Data.Analysis;")
            .AppendLine($"public partial class {type}")
            .AppendLine("{");
        foreach (var (name, sign) in Operations.Arithmetic)
        {
            foreach (var number in NumberType.All)
            {
                text.AppendLine($"    public static {type} operator {sign}({type} {parameter}, {number.Keyword} value) => {parameter}.{name}(value);")
                    .AppendLine($"    public static {type} operator {sign}({number.Keyword} value, {type} {parameter}) => {parameter}.Reverse{name}(value);");
            }
        }

        foreach (var (name, sign) in Operations.Shifts)
            text.AppendLine($"    public static {type} operator {sign}({type} {parameter}, int value) => {parameter}.{name}(value);");
        if (type == "DataFrameColumn")
            AddBetweenColumns(text);
        return text.AppendLine("}").ToString();
    }

    private static void AddBetweenColumns(StringBuilder text)
    {
        foreach (var (name, sign) in Operations.Arithmetic)
            text.AppendLine($"    public static DataFrameColumn operator {sign}(DataFrameColumn left, DataFrameColumn right) => left.{name}(right);");
        foreach (var (name, sign) in Operations.Logic)
        {
            text.AppendLine($"    public static DataFrameColumn operator {sign}(DataFrameColumn left, DataFrameColumn right) => left.{name}(right);")
                .AppendLine($"    public static DataFrameColumn operator {sign}(DataFrameColumn column, bool value) => column.{name}(value);")
                .AppendLine($"    public static DataFrameColumn operator {sign}(bool value, DataFrameColumn column) => column.Reverse{name}(value);");
        }
    }
}
