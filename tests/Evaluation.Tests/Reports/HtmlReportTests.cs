using System.Text.RegularExpressions;
using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Reports;

public partial class HtmlReportTests
{
    private static readonly string Page = Render(sketch: false);

    [Fact]
    public void Headline_says_accuracy_interval_data_and_seed()
    {
        Assert.Contains("<title>safaei/cnn_1: 89.60 % on fashion-mnist</title>", Page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"score\">89.60 <span>%</span></div>", Page, StringComparison.Ordinal);
        Assert.Contains("95 % interval: 88.19 to 90.86 %", Page, StringComparison.Ordinal);
        Assert.Contains("the 2,000 test images of fashion-mnist, which the model never saw in training. Seed 1.", Page, StringComparison.Ordinal);
        Assert.Contains("−2.21 points", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_unique_and_every_link_leads_somewhere()
    {
        var ids = Ids().Matches(Page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var targets = References().Matches(Page).SelectMany(match => match.Groups[1].Value.Split(' ')).Select(id => id.TrimStart('#')).ToList();
        Assert.True(targets.Count > 20);
        Assert.Empty(targets.Except(ids));
    }

    [Fact]
    public void Nothing_is_asked_of_the_network()
    {
        Assert.Empty(Addresses().Matches(Page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal)));
        Assert.Contains("default-src 'none'", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_pictures_carry_what_a_screen_reader_needs()
    {
        Assert.Equal(Page.Split("<table").Length, Page.Split("<caption>").Length);
        Assert.Equal(Page.Split("<svg ").Length, Page.Split("aria-labelledby=\"").Length - Page.Split("<section id=\"").Length + 2);
        Assert.Contains("<html lang=\"en\">", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<th>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_user_gave_is_escaped()
    {
        var description = SampleRun.Describe() with { Experiment = "<script>alert(1)</script>", Command = "a && b" };
        var page = HtmlReport.Render(new RunContent(description, SampleRun.History, SampleEvaluation.Value, null, RunSupplement.None));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("a &amp;&amp; b", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Sketch_data_has_a_banner_and_never_looks_like_the_real_thing()
    {
        var page = Render(sketch: true);
        Assert.Contains("class=\"banner\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>safaei/cnn_1: 89.60 % on SKETCH DATA, NOT FASHION-MNIST</title>", page, StringComparison.Ordinal);
        Assert.Contains("Not a Fashion-MNIST figure.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"banner\"", Page, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Page_works_in_a_browser()
    {
        var file = Path.Combine(Path.GetTempPath(), $"mlnetfashion-{Guid.NewGuid():N}.html");
        try
        {
            const string check = """
                <script>
                document.getElementById("theme").click();
                document.querySelector("table.sortable th:nth-child(5) button").click();
                document.querySelector("table.sortable th:nth-child(3) button").click();
                document.body.dataset.first = document.querySelector("table.sortable tbody tr th").textContent;
                document.querySelector("table.sortable th:nth-child(3) button").click();
                document.body.dataset.last = document.querySelector("table.sortable tbody tr th").textContent;
                document.body.dataset.wide = document.documentElement.scrollWidth > window.innerWidth;
                </script></body>
                """;

            // The page forbids whatever it did not bring along; the check comes along with it.
            File.WriteAllText(file, Page.Replace("</body>", check, StringComparison.Ordinal));
            var document = Chromium.DumpDom(file);

            Assert.Matches("<html lang=\"en\" data-theme=\"(dark|light)\">", document);
            Assert.Contains("data-first=\"Trouser\"", document, StringComparison.Ordinal);
            Assert.Contains("data-last=\"Shirt\"", document, StringComparison.Ordinal);
            Assert.Contains("data-wide=\"false\"", document, StringComparison.Ordinal);
            Assert.Contains("aria-sort=\"ascending\"", document, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Render(bool sketch) =>
        HtmlReport.Render(new RunContent(SampleRun.Describe(sketch), SampleRun.History, SampleEvaluation.Value, SampleRun.Images, SampleRun.Supplement));

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex(" (?:href=\"(?=#)|aria-labelledby=\")([^\"]+)\"")]
    private static partial Regex References();

    [GeneratedRegex("https?://|src=\"(?!data:)|url\\(")]
    private static partial Regex Addresses();
}
