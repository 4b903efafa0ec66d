namespace MlNetFashion.Evaluation;

/// <summary>A page made of a head, links to its sections, and the sections: the frame of every report but that of a single run.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Subtitle">What stands beneath it.</param>
/// <param name="Warning">What nobody must overlook; null without.</param>
internal sealed record HtmlSections(string Title, string Subtitle, string? Warning)
{
    private readonly List<(string Id, string Heading, Action<HtmlPage> Content)> _sections = [];

    public void Add(string id, string heading, Action<HtmlPage> content) => _sections.Add((id, heading, content));

    public void Add(string id, string heading, string text, params IReadOnlyList<Figure> figures) => Add(id, heading, page =>
    {
        if (text.Length > 0)
            page.Raw($"<p class=\"muted\">{HtmlPage.Text(text)}</p>");
        Figures(page, figures);
    });

    public static void Figures(HtmlPage page, IEnumerable<Figure> figures)
    {
        page.Raw("<div class=\"figures\">");
        foreach (var figure in figures)
            page.Figure(figure);
        page.Raw("</div>");
    }

    /// <summary>Figures in columns of equal width, as many as there is room for: to be held against each other.</summary>
    public static void SideBySide(HtmlPage page, IEnumerable<Figure> figures)
    {
        page.Raw("<div class=\"pair\">");
        foreach (var figure in figures)
            page.Figure(figure);
        page.Raw("</div>");
    }

    public string Render(string style = "", params ReadOnlySpan<string> scripts)
    {
        var page = new HtmlPage();
        page.Raw($"<a class=\"skip\" href=\"#{_sections[0].Id}\">Skip to the content</a>");
        if (Warning is not null)
            page.Raw($"<div class=\"banner\" role=\"note\" aria-label=\"Warning\">{HtmlPage.Text(Warning)}</div>");
        page.Raw($"""
            <header class="page"><h1>{HtmlPage.Text(Title)}<small>{HtmlPage.Text(Subtitle)}</small></h1>
            <button type="button" class="tool" id="theme" hidden>Dark theme</button></header>
            <nav aria-label="Sections"><ul>{string.Concat(_sections.Select(s => $"<li><a href=\"#{s.Id}\">{HtmlPage.Text(s.Heading)}</a></li>"))}</ul></nav>
            <main>
            """);
        foreach (var (id, heading, content) in _sections)
        {
            page.Raw($"<section id=\"{id}\" aria-labelledby=\"{id}-heading\"><h2 id=\"{id}-heading\">{HtmlPage.Text(heading)}</h2>");
            content(page);
            page.Raw("</section>");
        }

        page.Raw("</main>");
        return page.ToDocument(Title, style, scripts);
    }
}
