using System.Globalization;

namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>An output of a node, as other nodes refer to it: "name" or "name:1".</summary>
public readonly record struct GraphInput(string Node, int Output)
{
    /// <exception cref="InvalidDataException">What follows the colon is no index.</exception>
    public static GraphInput Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0)
            return new GraphInput(text, 0);
        return int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var output)
            ? new GraphInput(text[..colon], output)
            : throw new InvalidDataException($"'{text}' names no output of a graph; expected a node's name, or its name, a colon and an index.");
    }

    public override string ToString() => Output == 0 ? Node : string.Create(CultureInfo.InvariantCulture, $"{Node}:{Output}");
}
