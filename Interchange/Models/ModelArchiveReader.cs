using System.IO.Compression;
using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Models;

/// <summary>
/// Reads an ML.NET model <c>.zip</c> that may come from anywhere. Names with either separator are accepted ('\' is what ML.NET
/// writes on Windows) and given with '/'. Whatever is wrong with the archive is an <see cref="InvalidDataException"/> of one
/// sentence, and no entry takes more memory than the archive's own size warrants.
/// </summary>
public sealed class ModelArchiveReader : IDisposable
{
    private const int MostEntries = 100_000;

    // Weights hardly compress; an untrained model's zeros do. Anything beyond is a bomb.
    private const long AllowedFloor = 64L << 20;
    private const long AllowedRatio = 200;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;

    private ModelArchiveReader(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries)
    {
        _zip = zip;
        _entries = entries;
    }

    /// <summary>The entries' names, folders separated by '/', in the archive's order.</summary>
    public IEnumerable<string> Entries => _entries.Keys;

    /// <summary>Opens an archive and checks its table of contents.</summary>
    /// <param name="stream">A stream that can be read and seeked; left open.</param>
    /// <exception cref="ArgumentException">The stream cannot be read or seeked.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged, or built to do harm.</exception>
    public static ModelArchiveReader Open(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead || !stream.CanSeek)
            throw new ArgumentException("A model is loaded from a stream that can be read and seeked. Received one that cannot.", nameof(stream));

        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return new ModelArchiveReader(zip, CheckedEntries(zip, AllowedFloor + (AllowedRatio * stream.Length)));
        }
        catch (InvalidDataException fault)
        {
            zip?.Dispose();
            throw new InvalidDataException($"The model is no sound zip archive: {fault.Message}", fault);
        }
    }

    public bool Contains(string path) => _entries.ContainsKey(path);

    /// <summary>Whether a folder holds a <c>Model.key</c>; the folder is "" for the root.</summary>
    public bool ContainsBlock(string folder) => Contains(ModelArchivePath.Combine(folder, ModelArchivePath.BlockName));

    /// <summary>Reads an entry whole.</summary>
    /// <exception cref="InvalidDataException">There is no such entry, or it is damaged.</exception>
    public byte[] Read(string path)
    {
        if (!_entries.TryGetValue(path, out var entry))
            throw new InvalidDataException($"The model has no entry '{path}'.");
        var length = checked((int)entry.Length);
        try
        {
            using var stream = entry.Open();
            return ReadChecked(stream, length, entry.Crc32);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"The model's entry '{path}' is damaged: {fault.Message}", fault);
        }
    }

    /// <summary>Reads and checks the <c>Model.key</c> of a folder; the folder is "" for the root.</summary>
    public ModelBlock ReadBlock(string folder)
    {
        var path = ModelArchivePath.Combine(folder, ModelArchivePath.BlockName);
        return ModelBlock.Parse(Read(path), path);
    }

    public void Dispose() => _zip.Dispose();

    private static Dictionary<string, ZipArchiveEntry> CheckedEntries(ZipArchive zip, long allowed)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        long total = 0;
        if (zip.Entries.Count > MostEntries)
            throw new InvalidDataException($"it has {zip.Entries.Count} entries, expected at most {MostEntries}.");
        foreach (var entry in zip.Entries)
        {
            var path = entry.FullName.Replace('\\', '/');
            if (path.EndsWith('/') && entry.Length == 0)
                continue;
            if (ModelArchivePath.FaultOf(path) is { } fault)
                throw new InvalidDataException($"an entry is called '{Printable(path)}', but {fault}.");
            if (entry.IsEncrypted)
                throw new InvalidDataException($"its entry '{path}' is encrypted.");
            total += entry.Length;
            if (entry.Length is < 0 or > int.MaxValue || total > allowed)
                throw new InvalidDataException($"its entries unpack to {total} bytes or more, expected at most {allowed} for an archive of this size.");
            if (!entries.TryAdd(path, entry))
                throw new InvalidDataException($"it has two entries called '{path}'.");
        }

        return entries;
    }

    // Grows with what really comes out, not with what the archive promises.
    private static byte[] ReadChecked(Stream stream, int length, uint crc)
    {
        var bytes = new byte[Math.Min(length, 1 << 16)];
        var filled = 0;
        while (filled < length)
        {
            if (filled == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(length, 2L * bytes.Length));
            var read = stream.Read(bytes, filled, bytes.Length - filled);
            if (read == 0)
                throw new InvalidDataException($"it says {length} bytes and holds {filled}.");
            filled += read;
        }

        if (stream.ReadByte() >= 0)
            throw new InvalidDataException($"it says {length} bytes and holds more.");
        if (Crc32.Of(bytes) != crc)
            throw new InvalidDataException("its checksum does not agree with its content.");
        return bytes;
    }

    private static string Printable(string path)
    {
        var shown = string.Concat(path.Take(60).Select(c => char.IsControl(c) ? '?' : c));
        return path.Length > 60 ? shown + "..." : shown;
    }
}
