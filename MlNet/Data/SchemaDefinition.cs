using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Which members of a row class are which columns. Made of the class's attributes, and open to change before it is used.</summary>
public sealed partial class SchemaDefinition : List<SchemaDefinition.Column>
{
    /// <summary>What rows are made for.</summary>
    [Flags]
    public enum Direction
    {
        /// <summary>Members are read: objects become rows.</summary>
        Read = 1,

        /// <summary>Members are written: rows become objects.</summary>
        Write = 2,

        /// <summary>Both.</summary>
        Both = Read | Write,
    }

    internal SchemaDefinition()
    {
    }

    /// <summary>The column of that name; setting one that is not there adds it.</summary>
    public Column this[string columnName]
    {
        get => Find(column => column.ColumnName == columnName)
            ?? throw new ArgumentOutOfRangeException(nameof(columnName), $"Column '{columnName}' not found");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var index = FindIndex(column => column.ColumnName == columnName);
            value.ColumnName = columnName;
            if (index < 0)
                Add(value);
            else
                this[index] = value;
        }
    }

    /// <summary>The columns that a class's public fields and properties are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member has a type that no column can have, or two have one name.</exception>
    public static SchemaDefinition Create(Type userType, Direction direction = Direction.Both)
    {
        ArgumentNullException.ThrowIfNull(userType);
        var result = new SchemaDefinition();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in MembersOf(userType, direction))
        {
            if (member.IsDefined(typeof(NoColumnAttribute), inherit: true))
                continue;
            var name = member.GetCustomAttribute<ColumnNameAttribute>()?.Name ?? member.Name;
            if (!names.Add(name))
                throw new ArgumentException($"Duplicate column name '{name}' detected, this is disallowed", nameof(userType));
            result.Add(new Column(member.Name, MemberTypes.ColumnTypeOf(member), name));
        }

        return result;
    }

    internal static MemberInfo MemberOf(Type userType, string name) =>
        (MemberInfo?)userType.GetField(name) ?? userType.GetProperty(name)
            ?? throw new ArgumentOutOfRangeException(nameof(name), $"The class {userType} has no public field or property '{name}'.");

    private static IEnumerable<MemberInfo> MembersOf(Type userType, Direction direction)
    {
        const BindingFlags PublicMembers = BindingFlags.Public | BindingFlags.Instance;
        var fields = userType.GetFields(PublicMembers).Where(field => (direction & Direction.Write) == 0 || !field.IsInitOnly);
        var properties = userType.GetProperties(PublicMembers).Where(property =>
            property.GetIndexParameters().Length == 0
            && ((direction & Direction.Read) == 0 || property.GetGetMethod() is not null)
            && ((direction & Direction.Write) == 0 || property.GetSetMethod() is not null));
        return fields.Concat<MemberInfo>(properties);
    }
}
