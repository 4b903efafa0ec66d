using System.Globalization;
using System.Xml.Linq;
using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Figures;

public class FigureTests
{
    private static readonly FigureCaption Caption = new("cnn · fashion-mnist · seed 1");

    public static TheoryData<string> Names => ["learning-curve-loss", "learning-curve-accuracy", "confusion-matrix", "precision-recall", "roc", "reliability"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Figure_looks_as_it_did(string name) => Snapshot.Matches($"{name}.svg", Draw(name, Caption).ToSvg());

    [Theory]
    [MemberData(nameof(Names))]
    public void Figure_is_an_image_with_title_and_description(string name)
    {
        var figure = Draw(name, Caption);
        var svg = XDocument.Parse(figure.ToSvg()).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";

        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal($"{name}-title {name}-desc", (string?)svg.Attribute("aria-labelledby"));
        Assert.Equal(figure.Title, svg.Element(ns + "title")!.Value);
        Assert.True(svg.Element(ns + "desc")!.Value.Length > 40);
        Assert.Contains(svg.Descendants(ns + "text"), text => text.Value == Caption.Text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Warning_is_drawn_and_described(string name)
    {
        const string warning = "SKETCH DATA, NOT FASHION-MNIST";
        var figure = Draw(name, Caption with { Warning = warning });
        var svg = XDocument.Parse(figure.ToSvg()).Root!;

        Assert.StartsWith(warning, figure.Description, StringComparison.Ordinal);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "text" && element.Value == warning);
        Assert.Equal(Draw(name, Caption).Height + 26, figure.Height);
    }

    [Fact]
    public void Culture_changes_nothing()
    {
        var before = Draw("learning-curve-loss", Caption).ToSvg();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(before, Draw("learning-curve-loss", Caption).ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Names_are_escaped()
    {
        var svg = ConfusionFigure.Draw(ConfusionCounts.From(new long[,] { { 1, 2 }, { 3, 4 } }), ["<b>&\u0001", "\"x\""], FigureCaption.None).ToSvg();
        Assert.Contains(XDocument.Parse(svg).Descendants(), element => element.Value == "<b>&\uFFFD");
    }

    [Fact]
    public void One_epoch_is_enough_and_none_is_refused()
    {
        var one = new LearningCurves([new EpochRecord(1, 0.5, 0.8, null, null, 0.1, 1)]);
        Assert.Null(one.BestEpoch);
        Assert.NotNull(XDocument.Parse(one.DrawLoss(Caption).ToSvg()).Root);
        Assert.Throws<ArgumentException>(() => new LearningCurves([]));
    }

    private static Figure Draw(string name, FigureCaption caption) => name switch
    {
        "learning-curve-loss" => new LearningCurves(SampleRun.History).DrawLoss(caption),
        "learning-curve-accuracy" => new LearningCurves(SampleRun.History).DrawAccuracy(caption),
        "confusion-matrix" => ConfusionFigure.Draw(SampleRun.Confusion, SampleRun.Names, caption),
        "precision-recall" => ThresholdFigures.DrawPrecisionRecall(SampleEvaluation.Value.Further.PrecisionRecallCurves, SampleRun.Names, caption),
        "roc" => ThresholdFigures.DrawRoc(SampleEvaluation.Value.Further.RocCurves, SampleRun.Names, caption),
        "reliability" => ReliabilityFigure.Draw(SampleEvaluation.Value.Further.Calibration, caption),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such figure."),
    };
}
