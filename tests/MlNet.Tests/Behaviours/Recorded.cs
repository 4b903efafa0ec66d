using System.Text.Json;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Behaviours;

/// <summary>The single observations of genuine ML.NET, each looked up by its words.</summary>
internal static class Recorded
{
    internal static JsonElement[] All()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("mlnet-reference/behaviours/behaviours.json")));
        return [.. document.RootElement.EnumerateArray().Select(element => element.Clone())];
    }

    internal static void Check(string what, params string[] observed)
    {
        var recorded = Find(what).GetProperty("Observed");
        if (recorded.ValueKind == JsonValueKind.String)
            Assert.Equal("no exception", recorded.GetString());
        else
            Assert.Equal(recorded.EnumerateArray().Select(text => text.GetString()), observed);
    }

    internal static void CheckThrows(string what, Action action)
    {
        var recorded = Find(what);
        var exception = Record.Exception(action);
        Assert.NotNull(exception);
        Assert.Equal(recorded.GetProperty("Threw").GetString(), exception.GetType().FullName);
        Assert.Equal(recorded.GetProperty("Message").GetString(), exception.Message);
    }

    private static JsonElement Find(string what) => All().Single(element => element.GetProperty("What").GetString() == what);
}
