using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Models;

/// <summary>Reads the body of one <c>Model.key</c>. A loader calls <see cref="CheckVersion"/> first and <see cref="CheckEnd"/> last.</summary>
/// <param name="block">The block.</param>
/// <param name="source">The block's name in the archive, for error sentences.</param>
public sealed class ModelBlockReader(ModelBlock block, string source) : ByteReader(block.Body, source)
{
    public ModelBlockHeader Header => block.Header;

    /// <summary>Refuses a block of another component, or one that is too new or too old for this reader.</summary>
    /// <param name="signature">The component's signature.</param>
    /// <param name="current">The version that this program writes.</param>
    /// <param name="oldest">The oldest written version that it still reads.</param>
    /// <exception cref="InvalidDataException">The block does not fit.</exception>
    public void CheckVersion(string signature, uint current, uint oldest)
    {
        if (Header.Signature != signature)
            throw new InvalidDataException($"{Source} holds a '{Header.Signature.TrimEnd()}' model; expected '{signature.TrimEnd()}'.");
        if (Header.VersionReadable > current)
            throw new InvalidDataException(
                $"{Source} needs a reader of version 0x{Header.VersionReadable:X8} for '{signature.TrimEnd()}'; this one knows 0x{current:X8}. "
                + "The model comes from a newer ML.NET.");
        if (Header.VersionWritten < oldest)
            throw new InvalidDataException(
                $"{Source} was written as version 0x{Header.VersionWritten:X8} of '{signature.TrimEnd()}'; the oldest that can be read is 0x{oldest:X8}.");
    }

    /// <summary>The string of an id out of this block's table; null for -1.</summary>
    /// <exception cref="InvalidDataException">There is no such id.</exception>
    public string? StringOf(int id)
    {
        if (id == -1)
            return null;
        if ((uint)id >= (uint)block.Strings.Length)
            throw Fault($"it refers to string {id} of {block.Strings.Length}");
        return block.Strings[id];
    }

    /// <summary>Reads a string's id; null for the id -1.</summary>
    public string? ReadString() => StringOf(ReadInt32());

    /// <summary>Reads a string's id where null and the empty string make no sense.</summary>
    /// <exception cref="InvalidDataException">The string is null or empty.</exception>
    public string ReadName() => ReadString() is { Length: > 0 } text ? text : throw Fault("a name is empty");

    /// <summary>Refuses bytes that nothing has read: the body must end exactly where the loader does.</summary>
    /// <exception cref="InvalidDataException">Bytes are left.</exception>
    public void CheckEnd()
    {
        if (Remaining != 0)
            throw Fault($"{Remaining} bytes of its body are left over");
    }
}
