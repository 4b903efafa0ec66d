using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Architecture.Tests;

/// <summary>Who may know whom, as ARCHITECTURE.md draws it.</summary>
public class RoomTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Interchange"] = [],
        ["NeuralNetworks"] = ["Interchange"],
        ["MlNet"] = ["NeuralNetworks", "Interchange"],
        ["Pipelines"] = ["MlNet", "NeuralNetworks", "Interchange"],
        ["Evaluation"] = ["MlNet"],
        ["Experiments"] = ["Evaluation", "Pipelines"],
    };

    /// <summary>Rooms written against the ML.NET API reach MlNet through this property, never by a reference of their own.</summary>
    private static readonly string[] WrittenAgainstMlNet = ["Pipelines", "Evaluation", "Experiments"];

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_refers_to_no_other_than_the_drawing_allows(string room)
    {
        var project = XDocument.Load(Path.Combine(SharedFiles.RepositoryRoot, room, room + ".csproj"));
        var references = project.Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("OutputItemType") != "Analyzer")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

        Assert.Empty(references.Except(Allowed[room]));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void Only_rooms_above_MlNet_are_written_against_it(string room)
    {
        var project = XDocument.Load(Path.Combine(SharedFiles.RepositoryRoot, room, room + ".csproj"));
        var usesMlNet = project.Descendants("UsesMlNet").Any(property => property.Value == "true");

        Assert.Equal(WrittenAgainstMlNet.Contains(room), usesMlNet);
    }

    [Theory]
    [InlineData("MlNet")]
    [InlineData("NeuralNetworks")]
    [InlineData("Interchange")]
    public void No_room_opens_its_internals_to_another_room(string room)
    {
        var friends = Assembly.Load("MlNetFashion." + room).GetCustomAttributes<InternalsVisibleToAttribute>()
            .Select(attribute => attribute.AssemblyName);
        var others = Allowed.Keys.Select(name => "MlNetFashion." + name);

        Assert.Empty(friends.Intersect(others));
    }
}
