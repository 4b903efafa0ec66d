namespace MlNetFashion.Pipelines;

/// <summary>A file that a data set was read from.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Md5">The MD5 of its bytes, lower-case hexadecimal.</param>
/// <param name="IsPublished">Whether these are the bytes that were published under this name.</param>
public sealed record DataFile(string Path, long Bytes, string Md5, bool IsPublished)
{
    public string Name => System.IO.Path.GetFileName(Path);
}
