namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Names for the nodes of a graph, after the layers they come of: letters, digits, '_', '-' and '.' only, each given once.</summary>
internal sealed class NodeNames(params ReadOnlySpan<string> taken)
{
    private readonly HashSet<string> _given = [.. taken];

    /// <summary>The wanted name, with other characters replaced, and a number behind it where it is taken.</summary>
    public string Unique(string wanted)
    {
        var plain = string.Concat(wanted.Select((c, i) => char.IsAsciiLetterOrDigit(c) || (i > 0 && c is '_' or '-' or '.') ? c : 'x'));
        var name = plain;
        for (var number = 1; !_given.Add(name); number++)
            name = FormattableString.Invariant($"{plain}_{number}");
        return name;
    }
}
