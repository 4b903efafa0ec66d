using System.Buffers.Binary;

namespace MlNetFashion.Interchange.Jpeg;

/// <summary>Reads JPEG files (ITU-T T.81): sequential and progressive ones of 8 bits, grey, colour or ink. Their embedded turning is not applied, as in ML.NET.</summary>
public sealed class JpegReader
{
    // A progressive file sends its coefficients in about ten scans.
    private const int MostScans = 100;
    private const int MostSampling = 4;
    private const long MostPixels = 64L << 20;

    private readonly byte[] _bytes;
    private readonly string _source;
    private readonly ushort[]?[] _divisors = new ushort[4][];
    private readonly JpegHuffmanTable?[] _dcTables = new JpegHuffmanTable[4];
    private readonly JpegHuffmanTable?[] _acTables = new JpegHuffmanTable[4];
    private JpegFrame? _frame;
    private int _restartInterval;
    private int _scans;
    private bool _isJfif;
    private int? _adobeTransform;

    private JpegReader(byte[] bytes, string source)
    {
        _bytes = bytes;
        _source = source;
    }

    private static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    /// <summary>Whether a file begins as JPEGs do.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> content) => content.StartsWith(Signature);

    /// <summary>Reads a whole file.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="name">What to call the file in errors.</param>
    /// <returns>Width, height, and [height, width, 4] bytes red, green, blue, 255.</returns>
    /// <exception cref="InvalidDataException">Not a JPEG file, one of a kind that is not read, or a damaged one; one sentence.</exception>
    public static (int Width, int Height, byte[] Rgba) Read(byte[] content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!IsJpeg(content))
            throw new InvalidDataException($"{name} is not a JPEG image: expected it to begin with {Convert.ToHexString(Signature)}; give another file.");
        return new JpegReader(content, name).Read();
    }

    internal static InvalidDataException Fault(string source, string what) => new($"{source} is a damaged JPEG: {what}.");

    private (int Width, int Height, byte[] Rgba) Read()
    {
        for (var position = 2; ;)
        {
            if (position + 4 > _bytes.Length || _bytes[position] != 0xFF)
                throw Fault(_source, "a marker is not where it should be");
            var marker = _bytes[position + 1];
            if (marker == 0xFF)
            {
                position++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(position + 2));
            if (length < 2 || length > _bytes.Length - position - 2)
                throw Fault(_source, $"a segment of {length} bytes does not fit into it");
            ReadSegment(marker, _bytes.AsSpan(position + 4, length - 2));
            position += length + 2;
            if (marker == 0xDA)
                position = DecodeScan(_bytes.AsSpan(position - length + 2, length - 2), position);
            if (position + 1 < _bytes.Length && _bytes[position] == 0xFF && _bytes[position + 1] == 0xD9)
                return Finish();
        }
    }

    private void ReadSegment(byte marker, ReadOnlySpan<byte> content)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                ReadFrame(content, isProgressive: marker == 0xC2);
                break;
            case 0xC4:
                ReadHuffmanTables(content);
                break;
            case >= 0xC3 and <= 0xCF and not 0xC8 and not 0xCC:
                throw new InvalidDataException($"{_source} is a JPEG of a kind that is not read here (SOF{marker - 0xC0}); save it as a baseline or progressive JPEG.");
            case 0xDB:
                ReadDivisors(content);
                break;
            case 0xDD when content.Length >= 2:
                _restartInterval = BinaryPrimitives.ReadUInt16BigEndian(content);
                break;
            case 0xE0:
                _isJfif |= content.StartsWith("JFIF\0"u8);
                break;
            case 0xEE when content.Length >= 12 && content.StartsWith("Adobe"u8):
                _adobeTransform = content[11];
                break;
        }
    }

    private void ReadFrame(ReadOnlySpan<byte> content, bool isProgressive)
    {
        if (_frame is not null || content.Length < 6 || content.Length != 6 + (3 * content[5]) || content[5] is not (1 or 3 or 4))
            throw Fault(_source, "its frame is not what a frame should be");
        if (content[0] != 8)
            throw new InvalidDataException($"{_source} is a JPEG of {content[0]} bits, and 8 are read here; save it with 8 bits.");
        int height = BinaryPrimitives.ReadUInt16BigEndian(content[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(content[3..]);
        if (width == 0 || height == 0 || (long)width * height > MostPixels)
            throw Fault(_source, $"an image of {width} x {height} pixels is empty or too large");
        var components = new JpegComponent[content[5]];
        for (var index = 0; index < components.Length; index++)
        {
            var entry = content.Slice(6 + (3 * index), 3);
            var (across, down) = (entry[1] >> 4, entry[1] & 15);
            if (across is < 1 or > MostSampling || down is < 1 or > MostSampling || entry[2] > 3)
                throw Fault(_source, "a plane has an impossible size");
            components[index] = new JpegComponent(entry[0], across, down, entry[2]);
        }

        _frame = new JpegFrame(width, height, isProgressive, components);
    }

    private void ReadDivisors(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            var size = content[0] >> 4 == 0 ? 1 : 2;
            var length = 1 + (JpegComponent.BlockLength * size);
            if ((content[0] & 15) > 3 || content[0] >> 4 > 1 || content.Length < length)
                throw Fault(_source, "a table of divisors is too short");
            var table = new ushort[JpegComponent.BlockLength];
            for (var index = 0; index < table.Length; index++)
                table[JpegScan.Natural(index)] = size == 1 ? content[1 + index] : BinaryPrimitives.ReadUInt16BigEndian(content[(1 + (2 * index))..]);
            _divisors[content[0] & 15] = table;
            content = content[length..];
        }
    }

    private void ReadHuffmanTables(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            if (content.Length < 1 + JpegHuffmanTable.LongestCode)
                throw Fault(_source, "a table of codes is too short");
            var counts = content.Slice(1, JpegHuffmanTable.LongestCode);
            var values = 0;
            foreach (var count in counts)
                values += count;
            if (content[0] >> 4 > 1 || (content[0] & 15) > 3 || values > 256 || content.Length < 1 + JpegHuffmanTable.LongestCode + values)
                throw Fault(_source, "a table of codes does not hold what it says");
            var table = new JpegHuffmanTable(counts, content.Slice(1 + JpegHuffmanTable.LongestCode, values));
            (content[0] >> 4 == 0 ? _dcTables : _acTables)[content[0] & 15] = table;
            content = content[(1 + JpegHuffmanTable.LongestCode + values)..];
        }
    }

    /// <returns>Where the next marker stands.</returns>
    private int DecodeScan(ReadOnlySpan<byte> header, int position)
    {
        var frame = _frame ?? throw Fault(_source, "a scan comes before the frame");
        if (++_scans > MostScans)
            throw Fault(_source, $"it has more than {MostScans} scans");
        if (header.Length < 1 || header[0] is < 1 or > 4 || header.Length != 4 + (2 * header[0]))
            throw Fault(_source, "a scan's header is not what it should be");
        var components = new JpegComponent[header[0]];
        for (var index = 0; index < components.Length; index++)
        {
            var id = header[1 + (2 * index)];
            var component = Array.Find(frame.Components, candidate => candidate.Id == id) ?? throw Fault(_source, $"a scan names the plane {id}");
            if (components.AsSpan(0, index).Contains(component))
                throw Fault(_source, $"a scan names the plane {id} twice");
            var tables = header[2 + (2 * index)];
            component.DcTable = _dcTables[(tables >> 4) & 3];
            component.AcTable = _acTables[tables & 3];
            component.Divisors ??= _divisors[component.Quantization] ?? throw Fault(_source, "a table of divisors is missing");
            components[index] = component;
        }

        var (first, last, bits) = (header[^3], header[^2], header[^1]);
        if (!frame.IsProgressive)
            (first, last, bits) = (0, JpegComponent.BlockLength - 1, 0);
        if (first > last || last >= JpegComponent.BlockLength || (frame.IsProgressive && first == 0 && last > 0) || (first > 0 && components.Length > 1) || (bits & 15) > 13)
            throw Fault(_source, $"a scan cannot hold the coefficients {first} to {last} of {components.Length} planes");
        var reader = new JpegBits(_bytes, position, _source);
        new JpegScan(frame, components, reader, first, last, bits >> 4 != 0, bits & 15).Decode(_restartInterval);

        // Decoders may leave padding behind a scan; the next marker is looked for.
        var next = reader.Position;
        while (next + 1 < _bytes.Length && (_bytes[next] != 0xFF || _bytes[next + 1] is 0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            next++;
        return next;
    }

    private (int Width, int Height, byte[] Rgba) Finish()
    {
        var frame = _frame ?? throw Fault(_source, "it has no frame");
        if (Array.Exists(frame.Components, component => component.Divisors is null))
            throw Fault(_source, "a plane was not sent");
        var planes = Array.ConvertAll(frame.Components, component => JpegPlanes.FullSize(frame, component));
        return (frame.Width, frame.Height, JpegColours.ToRgba(planes, ModelOf(frame), inverted: _adobeTransform is not null));
    }

    private JpegColourModel ModelOf(JpegFrame frame) => frame.Components.Length switch
    {
        1 => JpegColourModel.Grey,
        4 => _adobeTransform == 2 ? JpegColourModel.Ycck : JpegColourModel.Cmyk,
        _ when _isJfif => JpegColourModel.YCbCr,
        _ when _adobeTransform is { } transform => transform == 0 ? JpegColourModel.Rgb : JpegColourModel.YCbCr,
        _ => frame.Components.Select(component => component.Id).SequenceEqual("RGB"u8.ToArray()) ? JpegColourModel.Rgb : JpegColourModel.YCbCr,
    };
}
