using System.Collections;
using System.Reflection;

namespace MlNetFashion.MlNet.Tests.Api;

/// <summary>The lines of the defaults files: what freshly made options hold.</summary>
internal static class DefaultLines
{
    internal static IEnumerable<string> Of(Assembly assembly) => assembly.GetTypes()
        .Where(type => SignatureLines.IsVisible(type) && type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && (type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Arguments", StringComparison.Ordinal))
            && type.GetConstructor(Type.EmptyTypes) is not null)
        .SelectMany(LinesOf);

    private static IEnumerable<string> LinesOf(Type type)
    {
        var options = Activator.CreateInstance(type)!;
        var name = SignatureText.Of(type);
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Select(field => $"{name} :: {field.Name} = {Value(field.GetValue(options))}");
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .Select(property => $"{name} :: {property.Name} = {Value(property.GetValue(options))}");
        return fields.Concat(properties);
    }

    private static string Value(object? value) => value switch
    {
        null or string or char or bool or Enum or IConvertible => SignatureText.Constant(value, value?.GetType() ?? typeof(object)),
        IEnumerable items when value is Array => $"{{{string.Join(", ", items.Cast<object?>().Select(Value))}}}",
        _ => $"new {SignatureText.Of(value.GetType())}",
    };
}
