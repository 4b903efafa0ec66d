using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Idv;

/// <summary>Writes the entries <c>Schema</c> and <c>TrainSchema</c> of a model: an IDV file of columns without rows.</summary>
public static class IdvSchemaWriter
{
    /// <returns>The whole file, laid out as ML.NET does.</returns>
    /// <exception cref="ArgumentException">An annotation's value is not of the type it is said to be.</exception>
    public static byte[] Write(IReadOnlyList<IdvColumn> columns)
    {
        // Everything that lies behind the header: its offsets are the file's less the header's length.
        var body = new ByteWriter();
        var annotationTables = columns.Select(column => WriteAnnotations(body, column)).ToArray();
        var contents = IdvHeader.Length + body.Length;
        for (var i = 0; i < columns.Count; i++)
        {
            body.WriteText(columns[i].Name);
            IdvCodec.WriteType(body, columns[i].Type);
            body.WriteByte((byte)IdvCompression.Deflate);
            body.WriteLeb128(1); // rows per block
            body.WriteInt64(IdvHeader.Length); // where the column's rows are listed: empty, and before all annotations
            body.WriteInt64(annotationTables[i]);
        }

        var file = new ByteWriter();
        new IdvHeader(contents, IdvHeader.Length + body.Length, Rows: 0, columns.Count).Write(file);
        file.WriteBytes(body.Written.Span);
        file.WriteBytes(IdvHeader.Tail);
        return file.ToArray();
    }

    /// <returns>The file offset of the column's annotation table, 0 where it has none.</returns>
    private static long WriteAnnotations(ByteWriter body, IdvColumn column)
    {
        if (column.Annotations.IsEmpty)
            return 0;
        var table = new ByteWriter();
        table.WriteLeb128((ulong)column.Annotations.Length);
        foreach (var annotation in column.Annotations)
        {
            var (compression, bytes) = IdvAnnotationBlock.Write(annotation);
            table.WriteText(annotation.Name);
            IdvCodec.WriteType(table, annotation.Type);
            table.WriteByte((byte)compression);
            table.WriteInt64(IdvHeader.Length + body.Length);
            table.WriteLeb128((ulong)bytes.Length);
            body.WriteBytes(bytes);
        }

        var offset = IdvHeader.Length + body.Length;
        body.WriteBytes(table.Written.Span);
        return offset;
    }
}
