using System.Globalization;
using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>Writes SVG elements: escapes what it is given and prints numbers the same everywhere, two decimals at most.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    public override string ToString() => _open.Count == 0
        ? _text.ToString()
        : throw new InvalidOperationException($"The element <{_open.Peek()}> is still open.");

    /// <summary>Opens an element; attribute values are numbers or text.</summary>
    public SvgWriter Open(string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Start(element, attributes);
        _text.Append(">\n");
        _open.Push(element);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public void Close() => _text.Append($"</{_open.Pop()}>\n");

    /// <summary>An element without content.</summary>
    public void Element(string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Start(element, attributes);
        _text.Append("/>\n");
    }

    /// <summary>An element that holds text alone.</summary>
    public void TextElement(string element, string content, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Start(element, attributes);
        _text.Append('>').Append(Escape(content)).Append($"</{element}>\n");
    }

    /// <summary>A line of text; <paramref name="anchor"/> is "start", "middle" or "end".</summary>
    public void Text(double x, double y, string content, string anchor = "start", string style = "") =>
        TextElement("text", content, ("x", x), ("y", y), ("text-anchor", anchor), ("class", style));

    /// <summary>Markup already written by another writer.</summary>
    public void Markup(string markup) => _text.Append(markup);

    public static string Number(double value)
    {
        var rounded = Math.Round(value, 2);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>Text as XML takes it: five characters named, characters that XML forbids replaced.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF' => "\uFFFD",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private void Start(string element, ReadOnlySpan<(string Name, object Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            var text = value switch
            {
                string s => Escape(s),
                double d => Number(d),
                int i => i.ToString(CultureInfo.InvariantCulture),
                _ => throw new ArgumentException($"An attribute is text, double or int. Received: {value.GetType().Name} for {name}."),
            };
            if (text.Length > 0)
                _text.Append($" {name}=\"{text}\"");
        }
    }
}
