using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MlNetFashion.Interchange.Idv;

/// <summary>Reads the columns of an IDV file, such as the entries <c>Schema</c> and <c>TrainSchema</c> of a model.</summary>
public static class IdvSchemaReader
{
    /// <param name="bytes">The whole file.</param>
    /// <param name="source">The file's name, for error sentences.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or has types that are not known.</exception>
    public static ImmutableArray<IdvColumn> Read(ReadOnlyMemory<byte> bytes, string source)
    {
        using var stream = MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        return IdvFileReader.Open(stream, source).Columns;
    }
}
