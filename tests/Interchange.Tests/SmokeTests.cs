namespace MlNetFashion.Interchange.Tests;

public class SmokeTests
{
    [Fact]
    public void Root_is_found() => Assert.True(Directory.Exists(MlNetFashion.Tests.Support.SharedFiles.RepositoryRoot));
}
