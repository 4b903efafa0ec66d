using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Keeps or drops columns.</summary>
public sealed class ColumnSelectingTransformer : ITransformer
{
    private readonly string[] _names;
    private readonly bool _keepColumns;
    private readonly bool _keepHidden;
    private readonly bool _ignoreMissing;

    internal ColumnSelectingTransformer(IHost host, string[] names, bool keepColumns, bool keepHidden, bool ignoreMissing)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(names);
        if (names.Length == 0 || Array.Exists(names, string.IsNullOrEmpty))
            throw new ArgumentException("The names of columns to keep or to drop are needed; none was received, or an empty one.", nameof(names));
        _names = names;
        _keepColumns = keepColumns;
        _keepHidden = keepHidden;
        _ignoreMissing = ignoreMissing;
    }

    bool ITransformer.IsRowToRowMapper => true;

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return new ColumnSelection(inputSchema, Chosen(inputSchema)).Schema;
    }

    /// <summary>The view with the chosen columns.</summary>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new SelectedColumnsView(input, new ColumnSelection(input.Schema, Chosen(input.Schema)));
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return new ColumnSelection(inputSchema, Chosen(inputSchema));
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        var block = ctx.Begin(new ModelBlockHeader("SELCOLST", 0x00010001, 0x00010001, "SelectColumnsTransform", MlNetAssemblies.Data));
        block.WriteBoolean(_keepColumns);
        block.WriteBoolean(_keepHidden);
        block.WriteBoolean(_ignoreMissing);
        block.WriteInt32(_names.Length);
        foreach (var name in _names)
            block.WriteString(name);
    }

    [Loadable("SelectColumnsTransform")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("SELCOLST", 0x00010001, 0x00010001);
        var keepColumns = reader.ReadBoolean();
        var keepHidden = reader.ReadBoolean();
        var ignoreMissing = reader.ReadBoolean();
        var names = new string[reader.ReadCount(sizeof(int))];
        if (names.Length == 0)
            throw reader.Fault("it names no column");
        for (var index = 0; index < names.Length; index++)
            names[index] = reader.ReadName();
        return new ColumnSelectingTransformer(
            context.Environment.Register(nameof(ColumnSelectingTransformer)), names, keepColumns, keepHidden, ignoreMissing);
    }

    internal SchemaShape GetOutputShape(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        CheckNames(inputSchema.Select(column => column.Name));
        return _keepColumns
            ? new SchemaShape(_names.SelectMany(name => inputSchema.Where(column => column.Name == name)))
            : new SchemaShape(inputSchema.Where(column => !_names.Contains(column.Name)));
    }

    private int[] Chosen(DataViewSchema inputSchema)
    {
        CheckNames(inputSchema.Select(column => column.Name));
        var candidates = inputSchema.Where(column => _keepHidden || !column.IsHidden);
        var chosen = _keepColumns
            ? _names.SelectMany(name => candidates.Where(column => column.Name == name))
            : candidates.Where(column => !_names.Contains(column.Name));
        return [.. chosen.Select(column => column.Index)];
    }

    private void CheckNames(IEnumerable<string> present)
    {
        if (_ignoreMissing)
            return;
        var missing = _names.Except(present).ToArray();
        if (missing.Length > 0)
            throw new ArgumentOutOfRangeException("inputSchema", $"Could not find input column '{string.Join(",", missing)}'");
    }
}
