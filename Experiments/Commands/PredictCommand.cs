using System.CommandLine;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>predict --model model.zip IMAGE...</c>: names the garment on each picture.</summary>
internal static class PredictCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var model = new Option<string>("--model") { Description = "The model.zip of a run folder", HelpName = "FILE", Required = true };
        var json = new Option<bool>("--json") { Description = "Print JSON for programs instead of bars for people" };
        var images = new Argument<string[]>("IMAGE")
        {
            Description = "Pictures (PNG or JPEG) of a garment; other sizes and colours are converted, and that is said",
            HelpName = "IMAGE",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("predict", "Name the garment on pictures, with the probability of each class.") { model, json, images };
        command.SetAction(line =>
        {
            var modelPath = line.GetRequiredValue(model);
            RequireFile(modelPath, "A model", "give the model.zip of a run folder, as 'experiment' prints it");
            var paths = line.GetRequiredValue(images);
            foreach (var path in paths)
                RequireFile(path, "A picture", "give the path of a PNG or JPEG file");

            var predictions = GarmentPredictor.Load(modelPath).Predict(paths);
            if (line.GetValue(json))
                PredictionJson.Write(surroundings.Screen, predictions);
            else
                PredictionBars.Show(surroundings.Screen, predictions);
            return ExitCode.Success;
        });
        return command.WithExamples(
            ("predict --model results/RUN/model.zip shirt.png", "one picture"),
            ("predict --model results/RUN/model.zip --json *.png *.jpg", "many pictures, for a program to read"));
    }

    private static void RequireFile(string path, string what, string remedy)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{what} was expected at '{Path.GetFullPath(path)}', but there is no such file; {remedy}.");
    }
}
