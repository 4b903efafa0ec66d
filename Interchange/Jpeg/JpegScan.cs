namespace MlNetFashion.Interchange.Jpeg;

/// <summary>
/// Decodes one scan into the coefficients of its planes: sequential (T.81, F.2.2) or a step of progressive coding (G.1.2), which sends a band of
/// coefficients, first their upper bits and then bit after bit.
/// </summary>
internal sealed class JpegScan(JpegFrame frame, JpegComponent[] components, JpegBits bits, int first, int last, bool refines, int shift)
{
    private static readonly byte[] NaturalOrder =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    private int _emptyBlocks;

    /// <summary>The place in reading order of a coefficient that is stored at <paramref name="index"/>.</summary>
    internal static int Natural(int index) => NaturalOrder[index];

    internal void Decode(int restartInterval)
    {
        var single = components.Length == 1 ? components[0] : null;
        var across = single is null ? frame.UnitsAcross : JpegFrame.Divide(single.Width, JpegComponent.BlockSize);
        var down = single is null ? frame.UnitsDown : JpegFrame.Divide(single.Height, JpegComponent.BlockSize);
        Reset();
        for (var unit = 0; unit < across * down; unit++)
        {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0)
            {
                bits.PassRestart(((unit / restartInterval) - 1) % 8);
                Reset();
            }

            var (row, column) = (unit / across, unit % across);
            if (single is not null)
            {
                DecodeBlock(single, single.Block(row, column));
                continue;
            }

            foreach (var component in components)
            {
                for (var y = 0; y < component.Down; y++)
                {
                    for (var x = 0; x < component.Across; x++)
                        DecodeBlock(component, component.Block((row * component.Down) + y, (column * component.Across) + x));
                }
            }
        }
    }

    private void Reset()
    {
        _emptyBlocks = 0;
        foreach (var component in components)
            component.LastDc = 0;
    }

    private void DecodeBlock(JpegComponent component, Span<short> block)
    {
        var next = first;
        if (first == 0)
        {
            DecodeDc(component, block);
            next = 1;
        }

        if (next > last)
            return;
        var table = component.AcTable ?? throw bits.Fault("a table of codes is missing");
        if (!frame.IsProgressive)
            DecodeSequential(table, block);
        else if (refines)
            RefineBand(table, block);
        else
            DecodeBand(table, block);
    }

    private void DecodeDc(JpegComponent component, Span<short> block)
    {
        if (refines)
        {
            block[0] |= (short)(bits.ReadBit() << shift);
            return;
        }

        var size = (component.DcTable ?? throw bits.Fault("a table of codes is missing")).Decode(bits);
        if (size > JpegHuffmanTable.LongestCode)
            throw bits.Fault($"a coefficient cannot have {size} bits");
        component.LastDc += bits.ReadSigned(size);
        block[0] = (short)(component.LastDc << shift);
    }

    private void DecodeSequential(JpegHuffmanTable table, Span<short> block)
    {
        for (var index = 1; index < JpegComponent.BlockLength; index++)
        {
            var (run, size) = Math.DivRem((int)table.Decode(bits), 16);
            if (size == 0 && run < 15)
                return;
            index += run;
            if (index >= JpegComponent.BlockLength)
                throw bits.Fault("a block has more than 64 coefficients");
            block[NaturalOrder[index]] = (short)bits.ReadSigned(size);
        }
    }

    private void DecodeBand(JpegHuffmanTable table, Span<short> block)
    {
        if (_emptyBlocks > 0)
        {
            _emptyBlocks--;
            return;
        }

        for (var index = first; index <= last; index++)
        {
            var (run, size) = Math.DivRem((int)table.Decode(bits), 16);
            if (size == 0 && run < 15)
            {
                _emptyBlocks = (1 << run) + bits.Read(run) - 1;
                return;
            }

            index += run;
            if (index > last)
                throw bits.Fault("a band has more coefficients than it says");
            block[NaturalOrder[index]] = (short)(bits.ReadSigned(size) << shift);
        }
    }

    // Coefficients that are there get one more bit; new ones are 1 or -1 in that bit and stand behind a run of zeros (G.1.2.3).
    private void RefineBand(JpegHuffmanTable table, Span<short> block)
    {
        var index = first;
        if (_emptyBlocks == 0)
        {
            for (; index <= last; index++)
            {
                var (run, size) = Math.DivRem((int)table.Decode(bits), 16);
                var value = 0;
                if (size == 1)
                    value = bits.ReadBit() == 1 ? 1 << shift : -1 << shift;
                else if (size > 1)
                    throw bits.Fault("a coefficient is refined by more than one bit");
                else if (run < 15)
                {
                    _emptyBlocks = (1 << run) + bits.Read(run);
                    break;
                }

                for (; index <= last; index++)
                {
                    ref var coefficient = ref block[NaturalOrder[index]];
                    if (coefficient != 0)
                        Refine(ref coefficient);
                    else if (run-- == 0)
                        break;
                }

                if (value != 0 && index <= last)
                    block[NaturalOrder[index]] = (short)value;
            }
        }

        if (_emptyBlocks == 0)
            return;
        for (; index <= last; index++)
        {
            ref var coefficient = ref block[NaturalOrder[index]];
            if (coefficient != 0)
                Refine(ref coefficient);
        }

        _emptyBlocks--;
    }

    private void Refine(ref short coefficient)
    {
        if (bits.ReadBit() == 1 && (coefficient & (1 << shift)) == 0)
            coefficient += (short)(coefficient > 0 ? 1 << shift : -1 << shift);
    }
}
