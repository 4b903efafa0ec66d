using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines.Models;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>What the first layer of a trained network makes of one training image, a picture for each channel.</summary>
internal sealed record ChannelsPart(string Heading, string Text, NetworkExperiment Experiment, int Image) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        if (context.FirstRunOf(Experiment) is not { } run)
        {
            page.Text("Not run yet.");
            return;
        }

        var path = Path.Combine(run.Folder, "model.zip");
        if (!File.Exists(path))
        {
            page.Text("The run's model is not here.");
            return;
        }

        using var model = File.OpenRead(path);
        var network = NetworkModelReader.ReadFeatures(model, path);
        var channels = LayerPictures.Channels(network, 0, context.DataOf(Experiment).TrainImages.Image(Image));
        page.Figures(LayerPictures.Sheet("channels", $"The {channels.Count} channels of the first convolution", channels, context.Caption(run)).Figure);
    }
}
