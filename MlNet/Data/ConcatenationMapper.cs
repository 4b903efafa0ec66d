using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Columns put together, bound to a schema.</summary>
internal sealed class ConcatenationMapper : IRowMapper
{
    private readonly DataViewSchema.Column[][] _sources;

    internal ConcatenationMapper(DataViewSchema inputSchema, (string Output, string[] Sources)[] columns)
    {
        _sources = Array.ConvertAll(columns, column => Array.ConvertAll(column.Sources, name => inputSchema.GetColumnOrNull(name)
            ?? throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find source column '{name}'")));
        OutputColumns = new DataViewSchema.DetachedColumn[columns.Length];
        for (var index = 0; index < columns.Length; index++)
            OutputColumns[index] = Describe(columns[index].Output, _sources[index]);
    }

    public DataViewSchema.DetachedColumn[] OutputColumns { get; }

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs)
    {
        for (var index = 0; index < activeOutputs.Length; index++)
        {
            foreach (var source in _sources[index])
                inputs[source.Index] |= activeOutputs[index];
        }
    }

    public Delegate?[] CreateGetters(DataViewRow input, bool[] activeOutputs)
    {
        var getters = new Delegate?[activeOutputs.Length];
        for (var index = 0; index < getters.Length; index++)
        {
            if (!activeOutputs[index])
                continue;
            var sources = _sources[index];
            if (IsIdentity(sources))
            {
                getters[index] = RowGetters.Create(input, sources[0]);
                continue;
            }

            var item = ((VectorDataViewType)OutputColumns[index].Type).ItemType.RawType;
            var type = typeof(Concatenation<>).MakeGenericType(item);
            var concatenation = Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, null, [input, sources], null)!;
            getters[index] = type.GetMethod("CreateGetter", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(concatenation, null) as Delegate;
        }

        return getters;
    }

    private static bool IsIdentity(DataViewSchema.Column[] sources) => sources is [{ Type: VectorDataViewType }];

    private static DataViewSchema.DetachedColumn Describe(string name, DataViewSchema.Column[] sources)
    {
        if (IsIdentity(sources))
            return new DataViewSchema.DetachedColumn(name, sources[0].Type, SlotAnnotations.Of(sources, ((VectorDataViewType)sources[0].Type).Size));

        var item = ItemOf(sources[0].Type);
        var size = 0;
        var isKnown = true;
        foreach (var source in sources)
        {
            if (!ItemOf(source.Type).Equals(item))
            {
                throw new ArgumentOutOfRangeException(
                    "inputSchema",
                    $"Column '{source.Name}' has invalid source types: All source columns must have the same type. Source types: '{string.Join(", ", sources.Select(column => column.Type))}'.");
            }

            var length = source.Type is VectorDataViewType vector ? vector.Size : 1;
            isKnown &= length > 0;
            size += length;
        }

        return new DataViewSchema.DetachedColumn(name, new VectorDataViewType(item, isKnown ? size : 0), SlotAnnotations.Of(sources, isKnown ? size : 0));
    }

    private static PrimitiveDataViewType ItemOf(DataViewType type) =>
        (type is VectorDataViewType vector ? vector.ItemType : type as PrimitiveDataViewType)
            ?? throw new ArgumentOutOfRangeException("inputSchema", $"Columns of type {type} cannot be put together.");
}
