using MlNetFashion.Interchange.Models;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Loads text files: one row a line, fields between separators, columns by the positions of their fields.</summary>
public sealed partial class TextLoader : IDataLoader<IMultiStreamSource>
{
    private readonly IHost _host;
    private readonly TextFormat _format;
    private readonly TextBinding[] _bindings;
    private readonly string? _header;
    private readonly DataViewSchema _schema;

    internal TextLoader(IHostEnvironment environment, Options options, IMultiStreamSource? dataSample)
    {
        _host = environment.Register(nameof(TextLoader));
        options ??= new Options();
        if (options.Columns is null && dataSample is not null)
            options = TextSettings.FromSample(options, dataSample);
        _format = TextFormat.Of(options);
        (_bindings, _format) = TextBindings.Bind(options, _format, dataSample);
        using (var channel = _host.Start("Loader"))
            TextBindings.WarnOfHiddenColumns(channel, _bindings);
        _header = TextSettings.HeaderOf(options, _format, dataSample);
        _schema = TextBindings.Schema(_bindings, _format, _header);
    }

    private TextLoader(IHostEnvironment environment, TextFormat format, TextBinding[] bindings, string? header)
    {
        _host = environment.Register(nameof(TextLoader));
        _format = format;
        _bindings = bindings;
        _header = header;
        _schema = TextBindings.Schema(bindings, format, header);
    }

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema() => _schema;

    /// <summary>A view of files. They are read anew at every pass.</summary>
    public IDataView Load(IMultiStreamSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new TextView(_host, _format, _bindings, _schema, source);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        var block = ctx.Begin(new ModelBlockHeader("TXTLOADR", TextLoaderBlock.Version, 0x0001000A, nameof(TextLoader), MlNetAssemblies.Data));
        TextLoaderBlock.Write(block, _format, _bindings);
        if (_header is not null)
            ctx.AddEntry(TextLoaderBlock.HeaderEntry, System.Text.Encoding.UTF8.GetBytes(_header));
    }

    [Model.Loadable(nameof(TextLoader))]
    internal static object Load(Model.ModelLoadContext context)
    {
        var (format, bindings) = TextLoaderBlock.Read(context.Reader);
        var header = context.ContainsEntry(TextLoaderBlock.HeaderEntry)
            ? System.Text.Encoding.UTF8.GetString(context.ReadEntry(TextLoaderBlock.HeaderEntry))
            : null;
        return new TextLoader(context.Environment, format, bindings, header);
    }
}
