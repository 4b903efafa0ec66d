using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Models;

/// <summary>Collects the body of one <c>Model.key</c> and the strings it refers to.</summary>
/// <example><code>
/// var block = new ModelBlockWriter(new("KEY2VALT", 0x00010001, 0x00010001, "KeyToValueTransform", MlNetAssemblies.Data));
/// block.WriteInt32(1);
/// block.WriteString("PredictedLabel");
/// block.WriteString("PredictedLabel");
/// archive.Add("TransformerChain", block);
/// </code></example>
public sealed class ModelBlockWriter(ModelBlockHeader header) : ByteWriter
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];

    public ModelBlockHeader Header { get; } = header;

    /// <summary>The id of a string in this block's table, in the order of first use; -1 for null.</summary>
    public int StringId(string? text)
    {
        if (text is null)
            return -1;
        if (!_ids.TryGetValue(text, out var id))
        {
            id = _strings.Count;
            _ids.Add(text, id);
            _strings.Add(text);
        }

        return id;
    }

    /// <summary>Writes a string into the table and its id into the body.</summary>
    public void WriteString(string? text) => WriteInt32(StringId(text));

    public ModelBlock ToBlock() => new(Header, ToArray(), [.. _strings]);
}
