using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MlNetFashion.MlNet.Tests.Api;

/// <summary>The public surface of an assembly, one signature a line, as the reference files spell it.</summary>
internal static class SignatureLines
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetTypes().Where(IsVisible).SelectMany(LinesOf).Distinct().Order(StringComparer.Ordinal)];

    internal static bool IsVisible(Type type)
    {
        if (type.IsGenericParameter)
            return true;
        if (type.HasElementType)
            return IsVisible(type.GetElementType()!);
        if (type.IsGenericType && !type.IsGenericTypeDefinition && !type.GetGenericArguments().All(IsVisible))
            return false;
        return type.IsNested
            ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
            : type.IsPublic;
    }

    private static IEnumerable<string> LinesOf(Type type)
    {
        var name = type.FullName;
        yield return $"{name} :: {TypeLine(type)}";
        if (typeof(Delegate).IsAssignableFrom(type))
            yield break;
        if (type.IsEnum)
        {
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
                yield return $"{name} :: value {field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}{SignatureText.Attributes(field)}";
            yield break;
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic && AccessOf(constructor) is not null))
            yield return $"{name} :: ctor {AccessOf(constructor)} ({Parameters(constructor)}){SignatureText.Attributes(constructor)}";
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
            yield return $"{name} :: field {FieldLine(field)}";
        foreach (var property in type.GetProperties(Declared))
        {
            if (PropertyLine(property) is { } line)
                yield return $"{name} :: property {line}";
        }

        foreach (var @event in type.GetEvents(Declared).Where(@event => AccessOf(@event.AddMethod!) is not null))
            yield return $"{name} :: event {AccessOf(@event.AddMethod!)} {Modifiers(@event.AddMethod!)}{SignatureText.Of(@event.EventHandlerType!)} {@event.Name}";
        foreach (var method in type.GetMethods(Declared))
        {
            var isOperator = method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal);
            if (AccessOf(method) is not null && (!method.IsSpecialName || isOperator) && !method.Name.Contains('<', StringComparison.Ordinal) && method.Name != "Finalize")
                yield return $"{name} :: method {MethodLine(method)}";
        }
    }

    private static string TypeLine(Type type)
    {
        var access = type.IsNested && !type.IsNestedPublic ? "protected" : "public";
        var attributes = SignatureText.Attributes(type);
        if (type.IsEnum)
            return $"type {access} enum : {SignatureText.Of(Enum.GetUnderlyingType(type))}{attributes}";
        var generics = type.IsGenericTypeDefinition ? $"<{string.Join(", ", type.GetGenericArguments().Select(Variance))}>" : string.Empty;
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"type {access} delegate{generics} {Return(invoke)} ({Parameters(invoke)}){Constraints(type.GetGenericArguments())}{attributes}";
        }

        var bases = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            bases.Add(SignatureText.Of(parent));
        bases.AddRange(type.GetInterfaces().Where(IsVisible).Select(SignatureText.Of).Order(StringComparer.Ordinal));
        var inherits = bases.Count > 0 ? $" : {string.Join(", ", bases)}" : string.Empty;
        return $"type {access} {Kind(type)}{generics}{inherits}{Constraints(type.GetGenericArguments())}{attributes}";
    }

    private static string Kind(Type type)
    {
        if (type.IsInterface)
            return "interface";
        if (type.IsValueType)
        {
            var isReadOnly = type.GetCustomAttributesData().Any(attribute => attribute.AttributeType == typeof(IsReadOnlyAttribute));
            return (isReadOnly ? "readonly " : string.Empty) + (type.IsByRefLike ? "ref struct" : "struct");
        }

        return (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : string.Empty) + "class";
    }

    private static string Variance(Type parameter) => (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
    {
        GenericParameterAttributes.Covariant => "out " + parameter.Name,
        GenericParameterAttributes.Contravariant => "in " + parameter.Name,
        _ => parameter.Name,
    };

    private static string Constraints(Type[] parameters)
    {
        var result = string.Empty;
        foreach (var parameter in parameters.Where(parameter => parameter.IsGenericParameter))
        {
            var flags = parameter.GenericParameterAttributes;
            var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
            var isUnmanaged = parameter.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "IsUnmanagedAttribute");
            var parts = new List<string>();
            if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
                parts.Add("class");
            else if (isStruct)
                parts.Add(isUnmanaged ? "unmanaged" : "struct");
            parts.AddRange(parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType))
                .Select(SignatureText.Of).Order(StringComparer.Ordinal));
            if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
                parts.Add("new()");
            if (parts.Count > 0)
                result += $" where {parameter.Name} : {string.Join(", ", parts)}";
        }

        return result;
    }

    private static string FieldLine(FieldInfo field)
    {
        var access = field.IsPublic ? "public" : "protected";
        var kind = field.IsLiteral ? "const " : field.IsStatic && field.IsInitOnly ? "static readonly " : field.IsStatic ? "static " : field.IsInitOnly ? "readonly " : string.Empty;
        var constant = field.IsLiteral ? " = " + SignatureText.Constant(field.GetRawConstantValue(), field.FieldType) : string.Empty;
        return $"{access} {kind}{SignatureText.Of(field.FieldType)} {field.Name}{constant}{SignatureText.Attributes(field)}";
    }

    private static string? PropertyLine(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && AccessOf(getter) is { } getAccess ? $"{getAccess} get; " : string.Empty;
        var set = string.Empty;
        if (property.SetMethod is { } setter && AccessOf(setter) is { } setAccess)
        {
            var isInit = setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");
            set = $"{setAccess} {(isInit ? "init" : "set")}; ";
        }

        if (get.Length + set.Length == 0)
            return null;
        var first = get.Length > 0 ? property.GetMethod! : property.SetMethod!;
        var index = property.GetIndexParameters();
        var indexText = index.Length > 0 ? $"[{string.Join(", ", index.Select(Parameter))}]" : string.Empty;
        return $"{Modifiers(first)}{SignatureText.Of(property.PropertyType)} {property.Name}{indexText} {{ {get}{set}}}{SignatureText.Attributes(property)}";
    }

    private static string MethodLine(MethodInfo method)
    {
        var generics = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : string.Empty;
        return $"{AccessOf(method)} {Modifiers(method)}{Return(method)} {method.Name}{generics}({Parameters(method)})"
            + $"{(method.IsGenericMethodDefinition ? Constraints(method.GetGenericArguments()) : string.Empty)}{SignatureText.Attributes(method)}";
    }

    private static string? AccessOf(MethodBase method) => method.IsPublic ? "public" : method.IsFamily || method.IsFamilyOrAssembly ? "protected" : null;

    private static string Modifiers(MethodInfo method)
    {
        if (method.IsStatic)
            return "static ";
        if (method.DeclaringType!.IsInterface)
            return method.IsAbstract ? string.Empty : "default ";
        if (!method.IsVirtual)
            return string.Empty;
        var isOverride = method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        if (method.IsFinal)
            return isOverride ? "sealed override " : string.Empty;
        if (method.IsAbstract)
            return isOverride ? "abstract override " : "abstract ";
        return isOverride ? "override " : "virtual ";
    }

    private static string Return(MethodInfo method)
    {
        var isReadOnly = method.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "InAttribute");
        return (method.ReturnType.IsByRef ? isReadOnly ? "ref readonly " : "ref " : string.Empty) + SignatureText.Of(method.ReturnType);
    }

    private static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute), false);
        return string.Join(", ", method.GetParameters().Select((parameter, index) => (isExtension && index == 0 ? "this " : string.Empty) + Parameter(parameter)));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params "
            : !parameter.ParameterType.IsByRef ? string.Empty
            : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var suffix = parameter.HasDefaultValue ? " = " + SignatureText.Constant(parameter.RawDefaultValue, parameter.ParameterType) : string.Empty;
        return $"{prefix}{SignatureText.Of(parameter.ParameterType)} {parameter.Name}{suffix}";
    }
}
