namespace MlNetFashion.Pipelines;

/// <summary>One published file: its name without .gz, the MD5 of the .gz and the MD5 of what is in it.</summary>
internal sealed record PublishedFile(string Name, string GzipMd5, string PlainMd5)
{
    public string GzipName => Name + ".gz";

    /// <summary>The MD5 that the file at <paramref name="path"/>, gzipped or plain by its name, has when it is the published one.</summary>
    public string Md5Of(string path) => IdxReader.IsGzipName(path) ? GzipMd5 : PlainMd5;
}
