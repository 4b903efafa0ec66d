namespace MlNetFashion.Tests.Support;

/// <summary>A folder that is gone after the test. It has a parent of its own, so that nothing which lies beside temporary files is found from it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("mlnetfashion-");

    public TemporaryFolder() => Path = _parent.CreateSubdirectory("folder").FullName;

    public string Path { get; }

    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => _parent.Delete(recursive: true);
}
