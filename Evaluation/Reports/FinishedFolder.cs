using System.Globalization;
using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>A folder that is complete or absent: written under a hidden name beside its place, and renamed when its last file is closed.</summary>
internal sealed class FinishedFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly string _folder;
    private readonly CancellationToken _cancellationToken;

    private FinishedFolder(string folder, CancellationToken cancellationToken)
    {
        _folder = folder;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Writes a folder.</summary>
    /// <param name="resultsRoot">The folder around it; made if it is not there.</param>
    /// <param name="name">Its name; a second of the same name gets "-2" after it, and so on.</param>
    /// <param name="write">Writes its files.</param>
    /// <param name="cancellationToken">Stops between files; nothing is left behind.</param>
    /// <returns>The full path of the folder.</returns>
    /// <exception cref="IOException">It cannot be written; the message says where and what to do. Nothing is left behind.</exception>
    public static string Write(string resultsRoot, string name, Action<FinishedFolder> write, CancellationToken cancellationToken = default)
    {
        var root = Path.GetFullPath(resultsRoot);
        var unfinished = Path.Combine(root, $".unfinished-{Guid.NewGuid():N}");
        var rootIsNew = !Directory.Exists(root);
        var finished = false;
        try
        {
            Directory.CreateDirectory(unfinished);
            write(new FinishedFolder(unfinished, cancellationToken));
            var folder = Publish(unfinished, root, name);
            finished = true;
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.CannotWrite(root, error);
        }
        finally
        {
            if (!finished)
            {
                Remove(unfinished);
                if (rootIsNew && Directory.Exists(root) && !Directory.EnumerateFileSystemEntries(root).Any())
                    Directory.Delete(root);
            }
        }
    }

    /// <summary>Whatever a person typed, as a part of a folder's name.</summary>
    public static string NamePart(string text) => string.Join('-', string
        .Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' ? c : '-')).Split('-', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A time as folders are named by it, sortable.</summary>
    public static string TimePart(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH-mm-ss", CultureInfo.InvariantCulture);

    public void Binary(string name, Action<Stream> write)
    {
        using var stream = new FileStream(Place(name), FileMode.CreateNew, FileAccess.ReadWrite);
        write(stream);
    }

    public void Binary(string name, byte[] content) => Binary(name, stream => stream.Write(content));

    public void Text(string name, Action<TextWriter> write)
    {
        using var text = new StreamWriter(Place(name), append: false, Utf8) { NewLine = "\n" };
        write(text);
    }

    public void Text(string name, string content) => Text(name, text => text.Write(content));

    public void Figure(Figure figure) => Text(Path.Combine("figures", figure.Name + ".svg"), figure.ToSvg());

    internal static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private string Place(string name)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private static string Publish(string unfinished, string root, string name)
    {
        for (var number = 1; ; number++)
        {
            var folder = Path.Combine(root, number == 1 ? name : $"{name}-{number.ToString(CultureInfo.InvariantCulture)}");
            if (Directory.Exists(folder) || File.Exists(folder))
                continue;

            try
            {
                Directory.Move(unfinished, folder);
                return folder;
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another run took the name between the look and the move: the next one is ours.
            }
        }
    }
}
