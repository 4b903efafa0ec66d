using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>A page of sections with text, tables and figures, and its twins in Markdown, CSV and JSON.</summary>
/// <param name="name">Its name among files: letters, digits and "-".</param>
/// <param name="title">Its heading.</param>
/// <param name="subtitle">A line beneath the heading.</param>
/// <param name="warning">What stands across the top where figures are not to be taken for what they look like; null otherwise.</param>
public sealed class ResultPage(string name, string title, string subtitle, string? warning)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly List<(string Heading, List<object> Blocks)> _sections = [];

    public string Name => name;

    public string Title => title;

    /// <summary>All tables, in order.</summary>
    public IEnumerable<PageTable> Tables => _sections.SelectMany(section => section.Blocks).OfType<PageTable>();

    /// <summary>Begins a section; what follows belongs to it.</summary>
    public void Section(string heading) => _sections.Add((heading, []));

    /// <summary>A paragraph.</summary>
    public void Text(string paragraph) => Current.Add(paragraph);

    /// <summary>A table.</summary>
    public void Table(PageTable table) => Current.Add(table);

    /// <summary>Figures side by side; each needs a name of its own within the page.</summary>
    public void Figures(params IReadOnlyList<Figure> figures) => Current.AddRange(figures);

    /// <summary>
    /// Writes NAME.html, NAME.md, NAME.json, a NAME-TABLE.csv for each table and figures/NAME-FIGURE.svg for each figure, each aside and then
    /// renamed over an older one.
    /// </summary>
    /// <returns>The full path of the page.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public string Write(string folder)
    {
        var root = Path.GetFullPath(folder);
        try
        {
            foreach (var table in Tables)
                FinishedFile.Write(Path.Combine(root, $"{name}-{table.Name}.csv"), table.ToCsv());
            foreach (var figure in _sections.SelectMany(section => section.Blocks).OfType<Figure>())
                FinishedFile.Write(Path.Combine(root, "figures", $"{name}-{figure.Name}.svg"), figure.ToSvg());
            FinishedFile.Write(Path.Combine(root, $"{name}.json"), ToJson());
            FinishedFile.Write(Path.Combine(root, $"{name}.md"), ToMarkdown());
            return FinishedFile.Write(Path.Combine(root, $"{name}.html"), ToHtml());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.CannotWrite(root, error);
        }
    }

    /// <summary>The page in one file that asks nothing of the network.</summary>
    public string ToHtml()
    {
        var page = new HtmlPage();
        if (warning is not null)
            page.Raw($"<div class=\"banner\" role=\"note\" aria-label=\"Warning\">{HtmlPage.Text(warning)}</div>");
        page.Raw($"""
            <header class="page">
            <h1>{HtmlPage.Text(title)}<small>{HtmlPage.Text(subtitle)}</small></h1>
            <button type="button" class="tool" id="theme" hidden>Dark theme</button>
            </header>
            <nav aria-label="Sections"><ul>
            """);
        for (var i = 0; i < _sections.Count; i++)
            page.Raw($"<li><a href=\"#{Anchor(i)}\">{HtmlPage.Text(_sections[i].Heading)}</a></li>");
        page.Raw("</ul></nav><main>");
        for (var i = 0; i < _sections.Count; i++)
        {
            page.Raw($"<section id=\"{Anchor(i)}\" class=\"long\" aria-labelledby=\"{Anchor(i)}-heading\">");
            page.Raw($"<h2 id=\"{Anchor(i)}-heading\">{HtmlPage.Text(_sections[i].Heading)}</h2>");
            Blocks(page, _sections[i].Blocks);
            page.Raw("</section>");
        }

        page.Raw("</main>");
        return page.ToDocument(title, "wide");
    }

    /// <summary>The page as Markdown, with links to its figures.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("# ").Append(title).Append("\n\n").Append(subtitle).Append("\n\n");
        if (warning is not null)
            text.Append("**").Append(warning).Append("**\n\n");
        foreach (var (heading, blocks) in _sections)
        {
            text.Append("## ").Append(heading).Append("\n\n");
            foreach (var block in blocks)
            {
                text.Append(block switch
                {
                    PageTable table => $"{table.Caption}\n\n{table.ToMarkdown()}",
                    Figure figure => $"![{figure.Title}](figures/{name}-{figure.Name}.svg)\n",
                    _ => $"{block}\n",
                }).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The tables as JSON.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonFigures.Options))
        {
            json.WriteStartObject();
            if (warning is not null)
                json.WriteString("warning", warning);
            json.WriteNumber("format", 1);
            json.WriteString("title", title);
            json.WriteString("subtitle", subtitle);
            json.WriteStartArray("tables");
            foreach (var table in Tables)
                table.WriteJson(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Utf8.GetString(stream.ToArray()) + "\n";
    }

    private List<object> Current => _sections.Count > 0
        ? _sections[^1].Blocks
        : throw new InvalidOperationException("A page needs a section before its first paragraph, table or figure. Received: none.");

    private static void Blocks(HtmlPage page, List<object> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case PageTable table:
                    table.WriteHtml(page);
                    break;
                case Figure figure:
                    if (i == 0 || blocks[i - 1] is not Evaluation.Figure)
                        page.Raw("<div class=\"figures\">");
                    page.Figure(figure);
                    if (i + 1 == blocks.Count || blocks[i + 1] is not Evaluation.Figure)
                        page.Raw("</div>");
                    break;
                default:
                    page.Raw($"<p>{HtmlPage.Text((string)blocks[i])}</p>");
                    break;
            }
        }
    }

    private static string Anchor(int section) => "section-" + section.ToString(CultureInfo.InvariantCulture);
}
