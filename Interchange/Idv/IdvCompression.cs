namespace MlNetFashion.Interchange.Idv;

/// <summary>How a block of an IDV file is packed.</summary>
internal enum IdvCompression : byte
{
    None = 0,
    Deflate = 1,
    Zlib = 2,
}
