using Xunit;

namespace MlNetFashion.Tests.Support;

/// <summary>What the user is told of a fault is one sentence on one line.</summary>
public static class OneSentence
{
    public static void Check(string message)
    {
        Assert.EndsWith(".", message);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain(". ", message);
    }
}
