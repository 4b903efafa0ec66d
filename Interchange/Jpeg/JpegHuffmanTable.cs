namespace MlNetFashion.Interchange.Jpeg;

/// <summary>A canonical Huffman code of at most 16 bits (ITU-T T.81, annex C and F.2.2.3).</summary>
internal sealed class JpegHuffmanTable
{
    internal const int LongestCode = 16;

    private readonly int[] _lastCode = new int[LongestCode + 1];
    private readonly int[] _offset = new int[LongestCode + 1];
    private readonly byte[] _values;

    /// <param name="counts">How many codes there are of each length, 1 to 16.</param>
    /// <param name="values">What they stand for, in the order of the codes.</param>
    internal JpegHuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        _values = values.ToArray();
        var code = 0;
        var index = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            _offset[length] = index - code;
            code += counts[length - 1];
            index += counts[length - 1];
            _lastCode[length] = code - 1;
            code <<= 1;
        }
    }

    internal byte Decode(JpegBits bits)
    {
        var code = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            code = (code << 1) | bits.ReadBit();
            if (code > _lastCode[length] || code + _offset[length] < 0)
                continue;
            var index = code + _offset[length];
            if (index < _values.Length)
                return _values[index];
        }

        throw bits.Fault("a code stands for nothing");
    }
}
