using System.Numerics;
using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>The columns of a row class as getters over its objects.</summary>
internal sealed class RowReader<TRow>
    where TRow : class
{
    private readonly MemberInfo[] _members;

    internal RowReader(SchemaDefinition? definition)
    {
        definition ??= SchemaDefinition.Create(typeof(TRow), SchemaDefinition.Direction.Read);
        _members = new MemberInfo[definition.Count];
        var columns = new DataViewSchema.DetachedColumn[definition.Count];
        for (var index = 0; index < columns.Length; index++)
        {
            var column = definition[index];
            var member = SchemaDefinition.MemberOf(typeof(TRow), column.MemberName);
            if (!MemberTypes.Suits(MemberTypes.TypeOf(member), column.ColumnType))
                throw new ArgumentOutOfRangeException(nameof(definition), $"The column '{column.ColumnName}' of type {column.ColumnType} cannot be read from a member of type {MemberTypes.TypeOf(member)}.");
            _members[index] = member;
            columns[index] = new DataViewSchema.DetachedColumn(column.ColumnName, column.ColumnType, column.Annotations);
        }

        Schema = DataViewSchema.FromColumns(columns);
    }

    internal DataViewSchema Schema { get; }

    /// <summary>A getter of a column's value at whatever object <paramref name="position"/> holds.</summary>
    internal Delegate CreateGetter(int column, CurrentRow<TRow> position)
    {
        var type = Schema[column].Type;
        var member = _members[column];
        var memberType = MemberTypes.TypeOf(member);
        if (memberType == typeof(string))
        {
            var text = MemberAccess.Getter<TRow, string?>(member);
            return (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = text(position.Row).AsMemory());
        }

        if (memberType == typeof(string[]))
        {
            var texts = MemberAccess.Getter<TRow, string?[]?>(member);
            return (ValueGetter<VBuffer<ReadOnlyMemory<char>>>)((ref VBuffer<ReadOnlyMemory<char>> value) => CopyTexts(texts(position.Row), ref value));
        }

        var item = type is VectorDataViewType vector ? vector.ItemType : type;
        var maker = (item, type, memberType.IsArray) switch
        {
            (KeyDataViewType, VectorDataViewType, true) => nameof(KeyArray),
            (KeyDataViewType, VectorDataViewType, false) => nameof(KeyVector),
            (KeyDataViewType, _, _) => nameof(Key),
            (_, VectorDataViewType, true) => nameof(ItemArray),
            (_, VectorDataViewType, false) => nameof(ItemVector),
            _ => nameof(Single),
        };
        object[] arguments = item is KeyDataViewType key ? [member, position, key.Count] : [member, position];
        return (Delegate)typeof(RowReader<TRow>).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item.RawType).Invoke(null, arguments)!;
    }

    private static ValueGetter<T> Single<T>(MemberInfo member, CurrentRow<TRow> position)
    {
        var get = MemberAccess.Getter<TRow, T>(member);
        return (ref T value) => value = get(position.Row);
    }

    private static ValueGetter<T> Key<T>(MemberInfo member, CurrentRow<TRow> position, ulong keyCount)
        where T : IBinaryInteger<T>
    {
        var get = MemberAccess.Getter<TRow, T>(member);
        return (ref T value) => value = ToKey(get(position.Row), keyCount);
    }

    private static ValueGetter<VBuffer<T>> ItemArray<T>(MemberInfo member, CurrentRow<TRow> position)
    {
        var get = MemberAccess.Getter<TRow, T[]?>(member);
        return (ref VBuffer<T> value) =>
        {
            var items = get(position.Row);
            VBuffer<T>.Copy(items ?? [], 0, ref value, items?.Length ?? 0);
        };
    }

    private static ValueGetter<VBuffer<T>> ItemVector<T>(MemberInfo member, CurrentRow<TRow> position)
    {
        var get = MemberAccess.Getter<TRow, VBuffer<T>>(member);
        return (ref VBuffer<T> value) => get(position.Row).CopyTo(ref value);
    }

    private static ValueGetter<VBuffer<T>> KeyArray<T>(MemberInfo member, CurrentRow<TRow> position, ulong keyCount)
        where T : IBinaryInteger<T>
    {
        var get = MemberAccess.Getter<TRow, T[]?>(member);
        return (ref VBuffer<T> value) =>
        {
            var items = get(position.Row) ?? [];
            var editor = VBufferEditor.Create(ref value, items.Length);
            for (var index = 0; index < items.Length; index++)
                editor.Values[index] = ToKey(items[index], keyCount);
            value = editor.Commit();
        };
    }

    private static ValueGetter<VBuffer<T>> KeyVector<T>(MemberInfo member, CurrentRow<TRow> position, ulong keyCount)
        where T : IBinaryInteger<T>
    {
        var get = MemberAccess.Getter<TRow, VBuffer<T>>(member);
        return (ref VBuffer<T> value) =>
        {
            get(position.Row).CopyTo(ref value);
            var editor = VBufferEditor.CreateFromBuffer(ref value);
            foreach (ref var item in editor.Values)
                item = ToKey(item, keyCount);
            value = editor.Commit();
        };
    }

    // Members count from 0, keys from 1; what is out of range is missing.
    private static T ToKey<T>(T value, ulong count)
        where T : IBinaryInteger<T> => ulong.CreateTruncating(value) < count ? value + T.One : T.Zero;

    private static void CopyTexts(string?[]? texts, ref VBuffer<ReadOnlyMemory<char>> value)
    {
        var editor = VBufferEditor.Create(ref value, texts?.Length ?? 0);
        for (var index = 0; index < editor.Values.Length; index++)
            editor.Values[index] = texts![index].AsMemory();
        value = editor.Commit();
    }
}
