using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>Writes the HTML of a report: one file that asks nothing of the network, with its style and script inside.</summary>
internal sealed class HtmlPage
{
    private const double NarrowFigure = 600;
    private const double MediumFigure = 800;
    private readonly StringBuilder _body = new();

    /// <summary>Markup as it is.</summary>
    public HtmlPage Raw(string markup)
    {
        _body.Append(markup).Append('\n');
        return this;
    }

    /// <summary>Text, escaped.</summary>
    public static string Text(string text) => SvgWriter.Escape(text);

    /// <summary>A figure within the page.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="choice">What a script finds it by where one of several is shown; null where none asks.</param>
    public void Figure(Figure figure, string? choice = null)
    {
        // On paper two narrow figures share a line, two of medium width where the sheet lies on its side; on a small screen a wide one scrolls rather than shrink until nobody can read it.
        var size = figure.Width <= NarrowFigure ? " class=\"narrow medium\"" : figure.Width <= MediumFigure ? " class=\"medium\"" : "";
        var key = choice is null ? "" : $" data-choice=\"{Text(choice)}\"";
        Raw($"<figure{size}{key} style=\"--width:{SvgWriter.Number(figure.Width)}px\">\n{figure.ToInlineSvg()}</figure>");
    }

    /// <summary>A table; the cells are markup. A number that rows are to be sorted by goes with its cell.</summary>
    public void Table(
        string caption, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<HtmlCell>> rows,
        IReadOnlyList<IReadOnlyList<HtmlCell>>? foot = null, bool sortable = false)
    {
        Raw($"<div class=\"scroll\"><table{(sortable ? " class=\"sortable\"" : "")}>\n<caption>{Text(caption)}</caption>");
        var body = rows.ToList();
        var words = Enumerable.Range(0, headings.Count).Select(i => body.Count > 0 && body[0][i].Style is ("text" or "wrap" or "wrap words"));
        Raw($"<thead><tr>{string.Concat(headings.Zip(words, (heading, text) => $"<th scope=\"col\"{(text ? " class=\"text\"" : "")}>{Text(heading)}</th>"))}</tr></thead>");
        Raw("<tbody>");
        foreach (var row in body)
            Row(row);
        Raw("</tbody>");
        if (foot is not null)
        {
            Raw("<tfoot>");
            foreach (var row in foot)
                Row(row);
            Raw("</tfoot>");
        }

        Raw("</table></div>");
    }

    /// <summary>The whole document, with the CSS class of its body and the scripts it needs beside the common one.</summary>
    public string ToDocument(string title, string style = "", params ReadOnlySpan<string> scripts) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>{Text(title)}</title>
        <style>
        {FigureStyle.Css}{Asset("report.css")}</style>
        </head>
        <body class="{style}">
        {_body}<script>
        {Asset("report.js")}{string.Concat(scripts.ToArray().Select(Asset))}</script>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private void Row(IReadOnlyList<HtmlCell> cells)
    {
        _body.Append("<tr>");
        for (var i = 0; i < cells.Count; i++)
        {
            var value = cells[i].SortValue is { } number ? $" data-value=\"{FormattableString.Invariant($"{number:R}")}\"" : "";
            var style = cells[i].Style is { } name ? $" class=\"{name}\"" : "";
            _body.Append(i == 0
                ? $"<th scope=\"row\"{style}{value}>{cells[i].Markup}</th>"
                : $"<td{style}{value}>{cells[i].Markup}</td>");
        }

        _body.Append("</tr>\n");
    }
}
