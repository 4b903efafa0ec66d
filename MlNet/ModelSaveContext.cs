using MlNetFashion.Interchange.Models;

namespace Microsoft.ML;

/// <summary>Where a component writes itself: one folder of a model archive.</summary>
public sealed class ModelSaveContext : IDisposable
{
    private readonly ModelArchiveWriter _archive;
    private readonly string _folder;
    private ModelBlockWriter? _block;
    private bool _disposed;

    internal ModelSaveContext(ModelArchiveWriter archive, string folder)
    {
        _archive = archive;
        _folder = folder;
    }

    /// <summary>Starts the component's own block; each component calls it once.</summary>
    internal ModelBlockWriter Begin(ModelBlockHeader header)
    {
        if (_block is not null)
            throw new InvalidOperationException($"The folder '{_folder}' of the model already holds a component.");
        return _block = new ModelBlockWriter(header);
    }

    /// <summary>Saves a part in a folder below this one.</summary>
    internal void SaveModel(ICanSaveModel part, string folder) => SaveModel(part.Save, folder);

    /// <summary>Saves a part in a folder below this one.</summary>
    internal void SaveModel(Action<ModelSaveContext> save, string folder)
    {
        using var context = new ModelSaveContext(_archive, ModelArchivePath.Combine(_folder, folder));
        save(context);
    }

    /// <summary>Adds a file beside the block.</summary>
    internal void AddEntry(string name, ReadOnlySpan<byte> content) => _archive.Add(ModelArchivePath.Combine(_folder, name), content);

    /// <summary>Closes the block.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_block is not null)
            _archive.Add(_folder, _block);
    }
}
