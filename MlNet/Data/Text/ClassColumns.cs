using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>The columns of text files that a class's members ask for.</summary>
internal static class ClassColumns
{
    internal static TextLoader.Column[] Of(Type type)
    {
        const BindingFlags PublicMembers = BindingFlags.Public | BindingFlags.Instance;
        var members = type.GetFields(PublicMembers)
            .Concat<MemberInfo>(type.GetProperties(PublicMembers).Where(property => property.GetGetMethod() is not null && property.GetIndexParameters().Length == 0))
            .Where(member => !member.IsDefined(typeof(NoColumnAttribute), inherit: true))
            .ToArray();
        if (members.Length == 0)
            throw new ArgumentOutOfRangeException("TInput", "Should define at least one public, readable field or property in TInput.");
        return Array.ConvertAll(members, Of);
    }

    private static TextLoader.Column Of(MemberInfo member)
    {
        var load = member.GetCustomAttribute<LoadColumnAttribute>()
            ?? throw new InvalidOperationException($"{(member is FieldInfo ? "Field" : "Property")} '{member.Name}' is missing the LoadColumnAttribute attribute");
        var item = MemberTypes.ItemTypeOf(MemberTypes.TypeOf(member), out var isVector);
        var kind = Enum.GetValues<DataKind>().FirstOrDefault(kind => DataKinds.ToType(kind).Equals(NumberTypes.TryGet(item)));
        if (!Enum.IsDefined(kind))
            throw new InvalidOperationException($"Member '{member.Name}' is of type {item}, which cannot be loaded from text.");
        var ranges = Array.ConvertAll(load.Ranges, range => new TextLoader.Range(range.Min, range.Max) { ForceVector = isVector });
        var name = member.GetCustomAttribute<ColumnNameAttribute>()?.Name ?? member.Name;
        var key = member.GetCustomAttribute<KeyTypeAttribute>();
        return new TextLoader.Column(name, kind, ranges, key is null ? null : key.KeyCount ?? new KeyCount());
    }
}
