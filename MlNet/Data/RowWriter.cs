using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Fills the members of row objects from columns.</summary>
internal sealed class RowWriter<TRow>
    where TRow : class
{
    private readonly List<(MemberInfo Member, DataViewSchema.Column Column)> _columns = [];

    internal RowWriter(DataViewSchema schema, bool ignoreMissingColumns, SchemaDefinition? definition)
    {
        definition ??= SchemaDefinition.Create(typeof(TRow), SchemaDefinition.Direction.Write);
        foreach (var target in definition)
        {
            if (schema.GetColumnOrNull(target.ColumnName) is not { } column)
            {
                if (ignoreMissingColumns)
                    continue;
                throw new ArgumentOutOfRangeException(nameof(DataViewRow.Schema), $"Could not find  column '{target.ColumnName}'");
            }

            var member = SchemaDefinition.MemberOf(typeof(TRow), target.MemberName);
            if (!MemberTypes.Suits(MemberTypes.TypeOf(member), column.Type))
            {
                throw new InvalidOperationException(
                    $"Can't bind the IDataView column '{column.Name}' of type '{column.Type}' to field or property '{member.Name}' of type '{MemberTypes.TypeOf(member)}'.");
            }

            _columns.Add((member, column));
        }
    }

    /// <summary>The columns that are needed.</summary>
    internal IEnumerable<DataViewSchema.Column> Columns => _columns.Select(item => item.Column);

    /// <summary>An action for each member that puts the value of the row that <paramref name="row"/> stands on into an object.</summary>
    internal Action<TRow>[] Bind(DataViewRow row) => [.. _columns.Select(item => Bind(row, item.Member, item.Column))];

    private static Action<TRow> Bind(DataViewRow row, MemberInfo member, DataViewSchema.Column column)
    {
        var type = MemberTypes.TypeOf(member);
        if (type == typeof(string))
            return Text(row, member, column);
        if (type == typeof(string[]))
            return Texts(row, member, column);
        var (maker, argument) = column.Type is VectorDataViewType vector
            ? (type.IsArray ? nameof(ItemArray) : nameof(ItemVector), vector.ItemType.RawType)
            : (nameof(Single), column.Type.RawType);
        return (Action<TRow>)typeof(RowWriter<TRow>).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(argument).Invoke(null, [row, member, column])!;
    }

    private static Action<TRow> Text(DataViewRow row, MemberInfo member, DataViewSchema.Column column)
    {
        var set = MemberAccess.Setter<TRow, string>(member);
        var get = row.GetGetter<ReadOnlyMemory<char>>(column);
        var value = default(ReadOnlyMemory<char>);
        return target =>
        {
            get(ref value);
            set(target, value.ToString());
        };
    }

    private static Action<TRow> Texts(DataViewRow row, MemberInfo member, DataViewSchema.Column column)
    {
        var set = MemberAccess.Setter<TRow, string[]>(member);
        var get = row.GetGetter<VBuffer<ReadOnlyMemory<char>>>(column);
        var peek = MemberAccess.Getter<TRow, string[]?>(member);
        var value = default(VBuffer<ReadOnlyMemory<char>>);
        return target =>
        {
            get(ref value);

            // As with other items, no array at all stands for no items.
            var texts = peek(target);
            if (value.Length == 0 && texts is null)
                return;
            if (texts?.Length != value.Length)
                texts = new string[value.Length];
            var index = 0;
            foreach (var item in value.DenseValues())
                texts[index++] = item.ToString();
            set(target, texts);
        };
    }

    private static Action<TRow> Single<T>(DataViewRow row, MemberInfo member, DataViewSchema.Column column)
    {
        var set = MemberAccess.Setter<TRow, T>(member);
        var get = row.GetGetter<T>(column);
        return target =>
        {
            // A fresh variable: a value that must be disposed belongs to the object it was put into.
            T value = default!;
            get(ref value);
            set(target, value);
        };
    }

    private static Action<TRow> ItemArray<T>(DataViewRow row, MemberInfo member, DataViewSchema.Column column)
    {
        var set = MemberAccess.Setter<TRow, T[]>(member);
        var peek = MemberAccess.Getter<TRow, T[]?>(member);
        var get = row.GetGetter<VBuffer<T>>(column);
        var value = default(VBuffer<T>);
        return target =>
        {
            get(ref value);
            var array = peek(target);

            // A null array was read as no items; it stays null where there are none.
            if (value.Length == 0 && array is null)
                return;
            if (array is null || array.Length != value.Length)
            {
                array = value.Length == 0 ? [] : GC.AllocateUninitializedArray<T>(value.Length);
                set(target, array);
            }

            value.CopyTo(array);
        };
    }

    private static Action<TRow> ItemVector<T>(DataViewRow row, MemberInfo member, DataViewSchema.Column column)
    {
        var set = MemberAccess.Setter<TRow, VBuffer<T>>(member);
        var peek = MemberAccess.Getter<TRow, VBuffer<T>>(member);
        var get = row.GetGetter<VBuffer<T>>(column);
        return target =>
        {
            var value = peek(target);
            get(ref value);
            set(target, value);
        };
    }
}
