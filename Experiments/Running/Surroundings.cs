using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>What a command finds around it: the screen it writes on and the folders it works in.</summary>
internal sealed record Surroundings(Screen Screen, Workplace Workplace)
{
    /// <summary>Where data may come from when the command line says nothing.</summary>
    public DataRequest Data { get; init; } = new();

    public static Surroundings OfThisProcess() =>
        new(Screen.OfThisProcess(), Workplace.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory));
}
