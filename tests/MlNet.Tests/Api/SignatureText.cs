using System.Globalization;
using System.Reflection;
using System.Text;

namespace MlNetFashion.MlNet.Tests.Api;

/// <summary>Types and constants as the reference files spell them.</summary>
internal static class SignatureText
{
    internal static string Of(Type type)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!);
        if (type.IsPointer)
            return Of(type.GetElementType()!) + "*";
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter)
            return type.Name;
        if (!type.IsGenericType)
            return type.FullName!;
        var definition = type.GetGenericTypeDefinition().FullName!;
        return $"{definition}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    internal static string Constant(object? value, Type type)
    {
        var underlying = Nullable.GetUnderlyingType(type);
        if (value is null && underlying is not null)
            return "null";
        type = underlying ?? type;
        if (value is null)
            return type.IsValueType || type.IsGenericParameter ? "default" : "null";
        if (type.IsEnum)
            return EnumConstant(value, type);
        return value switch
        {
            bool flag => flag ? "true" : "false",
            string text => $"\"{Escaped(text, '"')}\"",
            char character => $"'{Escaped(character.ToString(), '\'')}'",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            long number => number.ToString(CultureInfo.InvariantCulture) + "L",
            uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
            ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"A constant of {value.GetType()}"),
        };
    }

    internal static string Attributes(ICustomAttributeProvider provider)
    {
        var data = provider switch
        {
            Type type => type.GetCustomAttributesData(),
            MemberInfo member => member.GetCustomAttributesData(),
            _ => [],
        };
        var isRefStruct = provider is Type { IsByRefLike: true };
        var texts = data
            .Where(attribute => IsRecorded(attribute.AttributeType) && !(isRefStruct && attribute.AttributeType == typeof(ObsoleteAttribute)))
            .Select(attribute => $" [{Of(attribute.AttributeType)}({string.Join(", ", Arguments(attribute))})]")
            .Order(StringComparer.Ordinal);
        return string.Concat(texts);
    }

    private static bool IsRecorded(Type type) => type.Name is "ObsoleteAttribute" or "FlagsAttribute" or "AttributeUsageAttribute" or "EditorBrowsableAttribute"
        or "ExperimentalAttribute" or "ColumnNameAttribute" or "VectorTypeAttribute" or "KeyTypeAttribute" or "LoadColumnAttribute" or "NoColumnAttribute";

    private static IEnumerable<string> Arguments(CustomAttributeData attribute) => attribute.ConstructorArguments.Select(Argument)
        .Concat(attribute.NamedArguments.OrderBy(named => named.MemberName, StringComparer.Ordinal)
            .Select(named => $"{named.MemberName} = {Argument(named.TypedValue)}"));

    private static string Argument(CustomAttributeTypedArgument argument) => argument.Value is IEnumerable<CustomAttributeTypedArgument> items
        ? $"{{{string.Join(", ", items.Select(Argument))}}}"
        : Constant(argument.Value, argument.ArgumentType);

    private static string EnumConstant(object value, Type type)
    {
        var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        if (type.GetCustomAttribute<FlagsAttribute>() is null || type.Assembly == typeof(Microsoft.ML.MLContext).Assembly)
        {
            var member = type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .FirstOrDefault(field => Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture) == number);
            if (member is not null)
                return $"{Of(type)}.{member.Name}";
        }

        return string.Create(CultureInfo.InvariantCulture, $"({Of(type)}){number}");
    }

    private static string Escaped(string text, char quote)
    {
        var result = new StringBuilder();
        foreach (var character in text)
        {
            if (character == quote || character == '\\')
                result.Append('\\').Append(character);
            else if (character is < ' ' or > '~')
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                result.Append(character);
        }

        return result.ToString();
    }
}
