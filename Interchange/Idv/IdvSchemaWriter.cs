namespace MlNetFashion.Interchange.Idv;

/// <summary>Writes the entries <c>Schema</c> and <c>TrainSchema</c> of a model: an IDV file of columns without rows.</summary>
public static class IdvSchemaWriter
{
    /// <returns>The whole file, laid out as ML.NET does.</returns>
    /// <exception cref="ArgumentException">An annotation's value is not of the type it is said to be.</exception>
    public static byte[] Write(IReadOnlyList<IdvColumn> columns)
    {
        using var stream = new MemoryStream();
        new IdvFileWriter(stream, columns, rowsPerBlock: 1).Finish(rows: 0);
        return stream.ToArray();
    }
}
