using System.CommandLine;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary>The options that say where the data comes from, the same for every command that needs data.</summary>
/// <param name="mayDownload">Whether the command fetches data that is not there, and stands sketch data in for it.</param>
internal sealed class DataOptions(bool mayDownload)
{
    private readonly Option<string?> folder = new("--data")
    {
        Description = "Folder that holds the data set [default: MLNETFASHION_DATA, data/, ../shared/datasets"
            + (mayDownload ? ", or a download into data/]" : "]"),
        HelpName = "DIR",
    };

    private readonly Option<bool> sketch = new("--sketch") { Description = "Use the built-in sketch data: quick, offline, and not Fashion-MNIST" };
    private readonly Option<bool> noDownload = new("--no-download") { Description = "Never fetch data from the network" };

    public void AddTo(Command command)
    {
        command.Options.Add(folder);
        command.Options.Add(sketch);
        if (mayDownload)
            command.Options.Add(noDownload);
    }

    /// <summary>What was asked for, checked.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public DataRequest Read(ParseResult line, Surroundings surroundings)
    {
        var path = line.GetValue(folder);
        if (path is not null && line.GetValue(sketch))
            throw new ArgumentException($"Either --data or --sketch was expected, but received both ('{path}' and the built-in sketch data); leave one out.");
        if (path is not null && !Directory.Exists(path))
        {
            throw new DirectoryNotFoundException(
                $"A folder was expected after --data, but there is none at '{Path.GetFullPath(path)}'; give the folder that holds the data set, or leave --data out to have it found or downloaded.");
        }

        return surroundings.Data with
        {
            Folder = path,
            UseSketch = line.GetValue(sketch),
            AllowDownload = mayDownload && !line.GetValue(noDownload),
            AllowSketch = mayDownload,
        };
    }
}
