using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>report.html: what the run came to, in the order a reader asks for it.</summary>
internal static class HtmlReport
{
    public static string Render(RunContent run)
    {
        var page = new HtmlPage();
        var description = run.Description;
        page.Raw("<a class=\"skip\" href=\"#result\">Skip to the result</a>");
        if (description.DataSet.Warning is { } warning)
            page.Raw($"<div class=\"banner\" role=\"note\" aria-label=\"Warning\">{HtmlPage.Text(warning)}</div>");
        Head(page, run);
        page.Raw("<main>");
        HtmlHeadline.Write(page, run);
        if (run.Curves is { } curves)
        {
            Section(page, "curves", "Learning curves", () =>
            {
                page.Raw("<div class=\"figures\">");
                page.Figure(curves.DrawLoss(description.Caption));
                page.Figure(curves.DrawAccuracy(description.Caption));
                page.Raw("</div>");
            });
        }

        Section(page, "classes", "Classification report", () => HtmlTables.Classes(page, run.Evaluation));
        Section(page, "confusion", "Confusion matrix", () =>
            page.Figure(ConfusionFigure.Draw(run.Evaluation.Confusion, run.Evaluation.ClassNames, description.Caption)));
        Section(page, "scores", "What the scores are worth", () =>
        {
            HtmlTables.Scores(page, run.Evaluation, run.Supplement);
            page.Raw("<div class=\"figures\">");
            foreach (var figure in run.ScoreFigures())
                page.Figure(figure);
            page.Raw("</div>");
        });
        Section(page, "wrong", "Wrong predictions, the surest first", () => Wrong(page, run));
        Section(page, "first", "The first test pictures", () => Cards(page, run.First, "In the order of the test data."));
        foreach (var section in run.Supplement.Sections)
        {
            Section(page, section.Id, section.Heading, () =>
            {
                page.Raw($"<p class=\"muted\">{HtmlPage.Text(section.Text)}</p>");
                page.Raw("<div class=\"figures\">");
                foreach (var figure in section.Figures)
                    page.Figure(figure);
                page.Raw("</div>");
            });
        }

        if (description.Model is { } model)
            Section(page, "model", "Model", () => HtmlTables.Model(page, model));
        Section(page, "mlnet", "ML.NET's evaluator beside ours", () => HtmlTables.MlNet(page, run.Evaluation));
        Section(page, "again", "Run it again", () => HtmlTables.Again(page, description));
        page.Raw("</main>");
        page.Raw("<footer>Files beside this one: run.json, metrics.json, history.csv, predictions.csv, model.zip, figures/.</footer>");
        return page.ToDocument($"{description.Experiment}: {HtmlHeadline.Percent(run.Evaluation.Accuracy)} on {description.DataSet.Label}");
    }

    private static void Head(HtmlPage page, RunContent run)
    {
        var description = run.Description;
        var started = description.Started.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        page.Raw($"""
            <header class="page">
            <h1>{HtmlPage.Text(description.Experiment)}<small>{HtmlPage.Text(description.DataSet.Label)} · seed {description.Seed} · {started}</small></h1>
            <button type="button" class="tool" id="theme" hidden>Dark theme</button>
            </header>
            <nav aria-label="Sections"><ul>
            """);
        var links = new List<(string Id, string Name)> { ("result", "Result") };
        if (run.Curves is not null)
            links.Add(("curves", "Learning curves"));
        links.AddRange([("classes", "Classes"), ("confusion", "Confusion matrix"), ("scores", "Scores"), ("wrong", "Wrong predictions"), ("first", "First pictures")]);
        links.AddRange(run.Supplement.Sections.Select(section => (section.Id, section.Heading)));
        if (description.Model is not null)
            links.Add(("model", "Model"));
        links.AddRange([("mlnet", "ML.NET"), ("again", "Run it again")]);
        foreach (var (id, name) in links)
            page.Raw($"<li><a href=\"#{id}\">{HtmlPage.Text(name)}</a></li>");
        page.Raw("</ul></nav>");
    }

    private static void Section(HtmlPage page, string id, string heading, Action content)
    {
        page.Raw($"<section id=\"{id}\" aria-labelledby=\"{id}-heading\">");
        page.Raw($"<h2 id=\"{id}-heading\">{HtmlPage.Text(heading)}</h2>");
        content();
        page.Raw("</section>");
    }

    private static void Wrong(HtmlPage page, RunContent run)
    {
        var wrong = run.Wrong;
        if (wrong.Cards.IsEmpty)
        {
            page.Raw("<p>There are none.</p>");
            return;
        }

        var bars = run.Evaluation.Predictions.AreProbabilities ? "probability" : "soft-max of the score (the model gives no probabilities)";
        Cards(page, wrong.Cards, FormattableString.Invariant($"{wrong.Cards.Length} of {wrong.Total:N0} wrong predictions. Bars: the {bars} of each class in percent."));
    }

    private static void Cards(HtmlPage page, IEnumerable<PredictionCard> cards, string text)
    {
        page.Raw($"<p class=\"muted\">{HtmlPage.Text(text)}</p>");
        page.Raw("<ul class=\"cards\">");
        foreach (var card in cards)
            page.Raw($"<li>{card.Draw(FigureCaption.None).ToInlineSvg()}</li>");
        page.Raw("</ul>");
    }
}
