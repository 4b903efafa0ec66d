using System.IO.Compression;
using System.Text;

namespace MlNetFashion.Interchange.Models;

/// <summary>
/// Writes an ML.NET model <c>.zip</c>. Entries are gathered aside; the output stream receives the whole archive at
/// <see cref="Commit"/> or nothing at all. The same entries give the same bytes, whenever they are written.
/// </summary>
public sealed class ModelArchiveWriter : IDisposable
{
    // The earliest date a zip can hold: an archive's bytes tell what is in it, not when it was made.
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Stream _output;
    private readonly MemoryStream _bytes = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly ZipArchive _zip;
    private bool _committed;

    /// <param name="output">Where the archive goes on <see cref="Commit"/>; left open.</param>
    /// <param name="productVersion">What <c>TrainingInfo/Version.txt</c> shall say. Nobody reads it back.</param>
    public ModelArchiveWriter(Stream output, string productVersion)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!output.CanWrite)
            throw new ArgumentException("A model is saved to a stream that can be written. Received one that cannot.", nameof(output));
        _output = output;
        _zip = new ZipArchive(_bytes, ZipArchiveMode.Create, leaveOpen: true);
        Add("TrainingInfo/Version.txt", Encoding.UTF8.GetBytes(productVersion + "\n"));
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="path">Its name, with '/' between folders.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="ArgumentException">The name is not a plain relative path, or there already.</exception>
    public void Add(string path, ReadOnlySpan<byte> content)
    {
        if (ModelArchivePath.FaultOf(path) is { } fault)
            throw new ArgumentException($"An entry of a model archive cannot be called '{path}': {fault}.", nameof(path));
        if (!_names.Add(path))
            throw new ArgumentException($"The model archive already has an entry '{path}'.", nameof(path));
        var entry = _zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = NoDate;
        using var stream = entry.Open();
        stream.Write(content);
    }

    /// <summary>Adds <c>Model.key</c> in a folder; the folder is "" for the root.</summary>
    public void Add(string folder, ModelBlock block) => Add(ModelArchivePath.Combine(folder, ModelArchivePath.BlockName), block.ToBytes());

    /// <summary>Adds <c>Model.key</c> in a folder; the folder is "" for the root.</summary>
    public void Add(string folder, ModelBlockWriter block) => Add(folder, block.ToBlock());

    /// <summary>Closes the archive and copies it to the output; the last call.</summary>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(_committed, this);
        _committed = true;
        _zip.Dispose();
        _bytes.WriteTo(_output);
        _output.Flush();
    }

    public void Dispose()
    {
        _zip.Dispose();
        _bytes.Dispose();
    }
}
