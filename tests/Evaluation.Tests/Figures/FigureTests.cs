using System.Globalization;
using System.Xml.Linq;
using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Figures;

public class FigureTests
{
    private static readonly FigureCaption Caption = new("cnn · fashion-mnist · seed 1");

    public static TheoryData<string> Drawn => [.. SampleFigures.Drawn];

    public static TheoryData<string> All => [.. SampleFigures.Drawn, .. SampleFigures.WithPictures];

    [Theory]
    [MemberData(nameof(Drawn))]
    public void Figure_looks_as_it_did(string name) => Snapshot.Matches($"{name}.svg", Draw(name, Caption).ToSvg());

    [Theory]
    [MemberData(nameof(All))]
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
    [MemberData(nameof(All))]
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

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_lies_outside_the_figure(string name)
    {
        var figure = Draw(name, Caption);
        var svg = XDocument.Parse(figure.ToSvg());
        foreach (var element in svg.Descendants().Where(e => e.Ancestors().All(a => a.Attribute("transform") is null) && e.Attribute("transform") is null))
        {
            Assert.InRange(Number(element, "x"), 0, figure.Width);
            Assert.InRange(Number(element, "y"), 0, figure.Height);
            Assert.InRange(Number(element, "cx"), 0, figure.Width);
            Assert.InRange(Number(element, "cy"), 0, figure.Height);
            Assert.InRange(Number(element, "x2"), 0, figure.Width);
        }

        static double Number(XElement element, string attribute) =>
            double.Parse(element.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Figures_without_data_are_refused()
    {
        Assert.Throws<ArgumentException>(() => BoxPlot.Draw("a", "a", "a", [], Caption));
        Assert.Throws<ArgumentException>(() => BoxPlot.Draw("a", "a", "a", [("b", [])], Caption));
        Assert.Throws<ArgumentException>(() => HeatMap.Draw("a", "a", ("r", ["1"]), ("c", ["1"]), new[,] { { double.NaN } }, Caption));
        Assert.Throws<ArgumentException>(() => HeatMap.Draw("a", "a", ("r", ["1"]), ("c", ["1"]), new double[2, 1], Caption));
        Assert.Throws<ArgumentException>(() => ScatterFigure.Draw("a", "a", ("x", "y"), [], ["k"], Caption));
        Assert.Throws<ArgumentException>(() => ImageSheet.Draw("a", "a", SampleRun.Images, [(2000, "b")], Caption));
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelGrid.Draw("a", "a", SampleRun.Images, 2000, Caption));
    }

    private static Figure Draw(string name, FigureCaption caption) => SampleFigures.Draw(name, caption);
}
