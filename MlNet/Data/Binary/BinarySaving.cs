using MlNetFashion.Interchange.Idv;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Writes the rows of a view as an IDV file, in blocks of at most 8,192 rows and about 80 megabytes, as ML.NET does.</summary>
internal static class BinarySaving
{
    private const int MostRows = 1 << 13;
    private const long MostBytes = 80L << 20;

    internal static void Save(IDataView data, Stream stream, bool keepHidden, IHost host)
    {
        using var channel = host.Start("Saving");
        var columns = new List<(DataViewSchema.Column Column, IdvColumn Stored)>();
        foreach (var column in data.Schema.Where(column => keepHidden || !column.IsHidden))
        {
            if (IdvTypes.TryFrom(column.Type) is { } type)
                columns.Add((column, new IdvColumn(column.Name, type, SchemaFile.AnnotationsOf(column))));
            else
                channel.Warning(MessageSensitivity.Schema, "The column '{0}' will not be written as it has unsavable column type.", column.Name);
        }

        var rowsPerBlock = RowsPerBlock(data, columns);
        var file = new IdvFileWriter(stream, columns.ConvertAll(item => item.Stored), rowsPerBlock);
        var rows = 0L;
        using (var cursor = data.GetRowCursor(columns.Select(item => item.Column)))
        {
            var writers = Writers(cursor, columns);
            for (var more = true; more;)
            {
                var inBlock = 0;
                while (inBlock < rowsPerBlock && (more = cursor.MoveNext()))
                {
                    foreach (var writer in writers)
                        writer.Add();
                    inBlock++;
                }

                rows += inBlock;
                for (var index = 0; index < writers.Length && inBlock > 0; index++)
                    file.WriteBlock(index, writers[index].Take());
            }
        }

        file.Finish(rows);
        channel.Info(MessageSensitivity.None, "Wrote {0} rows across {1} columns", rows, columns.Count);
    }

    private static int RowsPerBlock(IDataView data, List<(DataViewSchema.Column Column, IdvColumn Stored)> columns)
    {
        using var cursor = data.GetRowCursor(columns.Select(item => item.Column));
        var writers = Writers(cursor, columns);
        var rows = 0;
        while (rows < MostRows && cursor.MoveNext())
        {
            foreach (var writer in writers)
                writer.Add();
            if (writers.Sum(writer => writer.Estimate()) > MostBytes)
                break;
            rows++;
        }

        return Math.Max(1, rows);
    }

    private static BlockWriter[] Writers(DataViewRow row, List<(DataViewSchema.Column Column, IdvColumn Stored)> columns) =>
        [.. columns.Select(item => BlockWriter.Create(row, item.Column, item.Stored.Type))];
}
