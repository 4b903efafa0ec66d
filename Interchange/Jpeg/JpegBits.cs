namespace MlNetFashion.Interchange.Jpeg;

/// <summary>The entropy-coded part of a scan, bit by bit: a zero byte behind 0xFF is left out, and any other byte there ends the bits.</summary>
internal sealed class JpegBits(byte[] bytes, int position, string source)
{
    private int _bits;
    private int _left;

    /// <summary>Where the next marker may be looked for.</summary>
    internal int Position => position;

    internal InvalidDataException Fault(string what) => JpegReader.Fault(source, what);

    internal int ReadBit()
    {
        if (_left == 0)
            Fill();
        _left--;
        return (_bits >> _left) & 1;
    }

    internal int Read(int count)
    {
        var value = 0;
        for (; count > 0; count--)
            value = (value << 1) | ReadBit();
        return value;
    }

    /// <summary>A number whose first bit says its sign (T.81, F.2.2.1).</summary>
    internal int ReadSigned(int count)
    {
        if (count == 0)
            return 0;
        var value = Read(count);
        return value >= 1 << (count - 1) ? value : value - (1 << count) + 1;
    }

    /// <summary>Passes the restart marker with that number, 0 to 7.</summary>
    internal void PassRestart(int number)
    {
        _left = 0;
        if (position + 1 >= bytes.Length || bytes[position] != 0xFF || bytes[position + 1] != 0xD0 + number)
            throw Fault($"the restart marker {number} is not where it should be");
        position += 2;
    }

    private void Fill()
    {
        if (position >= bytes.Length)
            throw Fault("its pixels end too early");
        _bits = bytes[position];
        if (_bits == 0xFF)
        {
            if (position + 1 >= bytes.Length || bytes[position + 1] != 0)
                throw Fault("its pixels end too early");
            position++;
        }

        position++;
        _left = 8;
    }
}
