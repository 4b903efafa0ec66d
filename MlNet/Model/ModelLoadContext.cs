using MlNetFashion.Interchange.Models;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Model;

/// <summary>Where a component reads itself from: one folder of a model archive.</summary>
internal sealed class ModelLoadContext
{
    // Deeper than any pipeline that a person writes, shallow enough for the stack.
    private const int MaximumDepth = 64;

    private readonly ModelArchiveReader _archive;
    private readonly string _folder;
    private readonly int _depth;

    internal ModelLoadContext(ModelArchiveReader archive, string folder, IHostEnvironment environment)
        : this(archive, folder, environment, 0)
    {
    }

    private ModelLoadContext(ModelArchiveReader archive, string folder, IHostEnvironment environment, int depth)
    {
        if (depth > MaximumDepth)
            throw new InvalidDataException($"The model nests components more than {MaximumDepth} deep at '{folder}'.");
        _archive = archive;
        _folder = folder;
        _depth = depth;
        Environment = environment;
        Reader = new ModelBlockReader(archive.ReadBlock(folder), ModelArchivePath.Combine(folder, ModelArchivePath.BlockName));
    }

    internal IHostEnvironment Environment { get; }

    internal ModelBlockReader Reader { get; }

    internal string EntryName(string name) => ModelArchivePath.Combine(_folder, name);

    internal bool ContainsEntry(string name) => _archive.Contains(EntryName(name));

    internal bool ContainsModel(string folder) => _archive.ContainsBlock(EntryName(folder));

    internal byte[] ReadEntry(string name) => _archive.Read(EntryName(name));

    /// <summary>Loads the part in a folder below this one.</summary>
    internal T LoadModel<T>(string folder)
        where T : class
    {
        var context = new ModelLoadContext(_archive, EntryName(folder), Environment, _depth + 1);
        return context.Load<T>();
    }

    /// <summary>The context of the part in a folder below this one, for components whose parts have one fixed type.</summary>
    internal ModelLoadContext Part(string folder) => new(_archive, EntryName(folder), Environment, _depth + 1);

    /// <summary>Loads the component that this folder holds, whatever it is.</summary>
    internal T Load<T>()
        where T : class
    {
        var loaded = Made(ComponentLoaders.Find(Reader.Header, EntryName(ModelArchivePath.BlockName)));
        Reader.CheckEnd();
        return loaded as T
            ?? throw new InvalidDataException($"'{EntryName(ModelArchivePath.BlockName)}' holds a {loaded.GetType().Name} where the model needs a {typeof(T).Name}.");
    }

    // What a component's constructor refuses is, here, the file's fault.
    private object Made(Func<ModelLoadContext, object> load)
    {
        try
        {
            return load(this);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"'{EntryName(ModelArchivePath.BlockName)}' is damaged: {exception.Message}", exception);
        }
    }
}
