using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>
/// A drawn figure: vector graphics with title and description for screen readers, readable in light and dark, the same text for the same
/// data on any machine.
/// </summary>
public sealed class Figure
{
    private const double WarningHeight = 26;
    private readonly string _body;
    private readonly string? _warning;

    internal Figure(string name, string title, string description, double width, double height, SvgWriter body, FigureCaption caption)
    {
        Name = name;
        Title = title;
        Description = caption.Warning is null ? description : $"{caption.Warning} {description}";
        Width = Math.Max(width, TextWidth.Of(caption.Text, 11) + 32);
        Height = height + (caption.Warning is null ? 0 : WarningHeight);
        _body = body.ToString();
        _warning = caption.Warning;
    }

    private Figure(Figure other, string name)
        : this(name, other.Title, other.Description, other.Width, other.Height, new SvgWriter(), FigureCaption.None)
    {
        _body = other._body;
        _warning = other._warning;
    }

    /// <summary>A short name for files and anchors, as "confusion-matrix".</summary>
    public string Name { get; }

    /// <summary>The same figure under another name, where a page shows several of its kind.</summary>
    public Figure Named(string name) => new(this, name);

    /// <summary>What the figure shows, in a few words.</summary>
    public string Title { get; }

    /// <summary>What it tells, in words, for those who do not see it.</summary>
    public string Description { get; }

    /// <summary>Width in pixels at its natural size.</summary>
    public double Width { get; }

    /// <summary>Height in pixels at its natural size.</summary>
    public double Height { get; }

    /// <summary>The whole of an .svg file, with its style sheet.</summary>
    public string ToSvg() => Render(standalone: true);

    /// <summary>The svg element alone, for a page that has the style sheet already.</summary>
    internal string ToInlineSvg() => Render(standalone: false);

    private string Render(bool standalone)
    {
        var svg = new SvgWriter();
        svg.Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "figure"), ("width", Width), ("height", Height),
            ("viewBox", $"0 0 {SvgWriter.Number(Width)} {SvgWriter.Number(Height)}"), ("role", "img"),
            ("aria-labelledby", $"{Name}-title {Name}-desc"));
        svg.TextElement("title", Title, ("id", $"{Name}-title"));
        svg.TextElement("desc", Description, ("id", $"{Name}-desc"));
        if (standalone)
            svg.Markup($"<style>\n{SvgWriter.Escape(FigureStyle.Css).Replace("&quot;", "\"", StringComparison.Ordinal)}</style>\n");
        svg.Element("rect", ("class", "paper"), ("width", Width), ("height", Height));
        if (_warning is not null)
        {
            svg.Element("rect", ("class", "warning"), ("width", Width), ("height", WarningHeight));
            svg.Text(Width / 2, 17, _warning, "middle", "warning-ink");
            svg.Open("g", ("transform", $"translate(0 {SvgWriter.Number(WarningHeight)})"));
        }

        svg.Markup(_body);
        if (_warning is not null)
            svg.Close();
        svg.Close();
        var text = new StringBuilder();
        if (standalone)
            text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return text.Append(svg).ToString();
    }
}
