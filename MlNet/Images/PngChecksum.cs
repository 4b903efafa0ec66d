namespace Microsoft.ML.Transforms.Image;

/// <summary>The checksum of PNG chunks: CRC-32 with the reflected polynomial 0xEDB88320.</summary>
internal static class PngChecksum
{
    private static readonly uint[] Table = CreateTable();

    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var value in bytes)
            checksum = Table[(byte)(checksum ^ value)] ^ (checksum >> 8);
        return ~checksum;
    }

    private static uint[] CreateTable()
    {
        var table = new uint[256];
        for (var value = 0u; value < 256; value++)
        {
            var entry = value;
            for (var bit = 0; bit < 8; bit++)
                entry = (entry & 1) != 0 ? 0xEDB88320u ^ (entry >> 1) : entry >> 1;
            table[value] = entry;
        }

        return table;
    }
}
