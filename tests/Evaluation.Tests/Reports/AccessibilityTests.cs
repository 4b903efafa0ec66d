using System.Text.RegularExpressions;
using MlNetFashion.Evaluation.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Reports;

/// <summary>
/// Every kind of page in a browser, in both themes, wide and narrow: names for all that is not text, labels on all inputs, headings in order,
/// text that stands out from its background (WCAG 2.1, 4.5 to 1), everything that acts reachable by keyboard, nothing wider than the window.
/// </summary>
public sealed partial class AccessibilityTests : IClassFixture<AccessibilityTests.Pages>
{
    private const string Audit = """
        <script>
        (function () {
          var faults = [];
          function fault(what, element) { faults.push(what + ": " + (element.outerHTML || "").slice(0, 90)); }
          var ids = {};
          document.querySelectorAll("[id]").forEach(function (e) { if (ids[e.id]) fault("id twice", e); ids[e.id] = true; });
          document.querySelectorAll("[aria-labelledby]").forEach(function (e) {
            e.getAttribute("aria-labelledby").split(" ").forEach(function (id) { if (!document.getElementById(id) || !document.getElementById(id).textContent.trim()) fault("label missing", e); });
          });
          document.querySelectorAll("svg").forEach(function (e) { if (e.getAttribute("aria-hidden") !== "true" && (e.getAttribute("role") !== "img" || !e.hasAttribute("aria-labelledby"))) fault("nameless picture", e); });
          document.querySelectorAll("input,select").forEach(function (e) { if (!e.hasAttribute("aria-label") && !(e.labels && e.labels.length && e.labels[0].textContent.trim())) fault("nameless input", e); });
          document.querySelectorAll("button,a").forEach(function (e) { if (!e.textContent.trim() && !e.hasAttribute("aria-label")) fault("nameless button or link", e); if (e.tabIndex < 0) fault("out of the keyboard's reach", e); });
          document.querySelectorAll("table").forEach(function (e) { if (!e.caption || !e.tHead) fault("table without caption or head", e); });
          document.querySelectorAll(".scroll,pre").forEach(function (e) { if (e.scrollWidth > e.clientWidth && (e.tabIndex < 0 || (e.matches(".scroll") && !e.getAttribute("aria-label")))) fault("scrolls out of the keyboard's reach", e); });
          var last = 0;
          document.querySelectorAll("h1,h2,h3,h4").forEach(function (e) { var level = +e.tagName[1]; if (level > last + 1) fault("heading skips a level", e); last = level; });
          if (document.querySelectorAll("h1").length !== 1 || document.querySelectorAll("main").length !== 1) faults.push("not one h1 and one main");
          if (!document.documentElement.lang || !document.title) faults.push("no language or title");

          function colour(text) { var m = text.match(/[\d.]+/g).map(Number); return { r: m[0], g: m[1], b: m[2], a: m.length > 3 ? m[3] : 1 }; }
          function light(c) { return [c.r, c.g, c.b].map(function (v) { v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); }).reduce(function (s, v, i) { return s + v * [0.2126, 0.7152, 0.0722][i]; }, 0); }
          function ground(e) { for (; e; e = e.parentElement) { var c = colour(getComputedStyle(e).backgroundColor); if (c.a > 0) return c; } return { r: 255, g: 255, b: 255 }; }
          function contrast(a, b) { var x = light(a), y = light(b); return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); }
          var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), checked = 0;
          while (walker.nextNode()) {
            var parent = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || parent.closest("svg,script,style") || parent.getClientRects().length === 0) continue;
            checked++;
            if (contrast(colour(getComputedStyle(parent).color), ground(parent)) < 4.5) fault("pale text", parent);
          }
          document.querySelectorAll("svg text.muted,svg text.title,svg text:not([class]):not([style])").forEach(function (e) {
            var paper = e.ownerSVGElement.querySelector("rect.paper");
            if (!paper || e.getClientRects().length === 0) return;
            checked++;
            if (contrast(colour(getComputedStyle(e).fill), colour(getComputedStyle(paper).fill)) < 4.5) fault("pale text in a figure", e);
          });
          if (checked < 50) faults.push("only " + checked + " texts were looked at");
          if (document.documentElement.scrollWidth > window.innerWidth) faults.push("wider than the window: " + document.documentElement.scrollWidth + " of " + window.innerWidth);
          document.body.dataset.faults = faults.join(" || ") || "none";
          document.body.dataset.dark = matchMedia("(prefers-color-scheme: dark)").matches;
        })();
        </script></body>
        """;

    private readonly Pages _pages;

    public AccessibilityTests(Pages pages) => _pages = pages;

    public static TheoryData<string, bool, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool, int>();
            foreach (var page in new[] { "run", "all", "folds", "comparison", "data", "description" })
            {
                cases.Add(page, false, 1400);
                cases.Add(page, true, 560);
            }

            return cases;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Page_is_open_to_everybody(string page, bool dark, int width)
    {
        var file = Path.Combine(_pages.Root.Path, $"{Guid.NewGuid():N}.html");
        File.WriteAllText(file, File.ReadAllText(_pages.Of(page)).Replace("</body>", Audit, StringComparison.Ordinal));

        var document = Chromium.DumpDom(file, dark, width);

        var faults = System.Net.WebUtility.HtmlDecode(Faults().Match(document).Groups[1].Value);
        Assert.True(faults == "none", faults);
        Assert.Contains($"data-dark=\"{(dark ? "true" : "false")}\"", document, StringComparison.Ordinal);
    }

    [GeneratedRegex("data-faults=\"([^\"]*)\"")]
    private static partial Regex Faults();

    /// <summary>One page of each kind, made once.</summary>
    public sealed class Pages : IDisposable
    {
        private readonly Dictionary<string, string> _pages = [];

        public Pages()
        {
            var first = Run(1, false);
            Run(2, false);
            Run(3, true);
            _pages["run"] = Path.Combine(first, "report.html");
            _pages["folds"] = Path.Combine(
                FoldReport.Write(Root.Path, "crossvalidate", "Folds", SampleRun.Describe(sketch: true), [SampleFolds.Set("warm", tested: true), SampleFolds.Set("clean", tested: true)], ["A finding."]), "report.html");
            var comparison = ComparisonReport.Compare(RunReader.Read(first), RunReader.Read(Run(4, false)));
            _pages["comparison"] = Path.Combine(ComparisonReport.Write(Root.Path, comparison, "compare a b", DateTimeOffset.UnixEpoch), "report.html");
            _pages["all"] = RunSetReport.Write(Root.Path);
            var data = new ExploredData("made up", "a test", null, ["low", "middle", "high"], [RandomImages.Part("training", 60, 1), RandomImages.Part("test", 20, 2)]);
            _pages["description"] = new DataDescription(data).Write(Path.Combine(Root.Path, "data"));
            _pages["data"] = new DataExploration(data, new Ignored()).Write(Path.Combine(Root.Path, "data"), CancellationToken.None);
        }

        internal TemporaryFolder Root { get; } = new();

        public string Of(string page) => _pages[page];

        public void Dispose() => Root.Dispose();

        private string Run(int seed, bool sketch) => RunFolder.Write(
            Root.Path, SampleRun.Describe(sketch) with { Seed = seed }, SampleRun.History, SampleEvaluation.Value, stream => stream.WriteByte(1), SampleRun.Images, SampleRun.Supplement);

        private sealed class Ignored : IProgress<ExplorationProgress>
        {
            public void Report(ExplorationProgress value)
            {
            }
        }
    }
}
