using System.CommandLine;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>activations --model model.zip IMAGE</c>: what each layer of a network makes of a picture.</summary>
internal static class ActivationsCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var model = new Option<string>("--model") { Description = "The model.zip of a run folder", HelpName = "FILE", Required = true };
        var layer = new Option<string?>("--layer") { Description = "Only this layer, by its name on the page [default: all]", HelpName = "NAME" };
        var output = new Option<string?>("--results") { Description = "Folder for the page, in a folder of its own [default: results/ of the repository]", HelpName = "DIR" };
        var image = new Argument<string>("IMAGE") { Description = "A picture (PNG or JPEG) of a garment; other sizes and colours are converted", HelpName = "IMAGE" };
        var command = new Command("activations", "Show the filters of a network, and the channels of its layers on a picture.") { model, layer, output, image };
        command.SetAction(line =>
        {
            var modelPath = line.GetRequiredValue(model);
            if (!File.Exists(modelPath))
                throw new FileNotFoundException($"A model was expected at '{Path.GetFullPath(modelPath)}', but there is no such file; give the model.zip of a run folder.");
            var results = Path.GetFullPath(line.GetValue(output) ?? surroundings.Workplace.ResultsFolder);
            RunFolder.EnsureWritable(results);
            var page = ActivationsPage.Write(modelPath, line.GetRequiredValue(image), line.GetValue(layer), results);
            surroundings.Screen.Wrapped("page", page);
            return ExitCode.Success;
        });
        return command.WithExamples(
            ("activations --model results/RUN/model.zip shirt.png", "a page with every layer's channels"),
            ("activations --model results/RUN/model.zip --layer conv2d a.png", "one layer"));
    }
}
