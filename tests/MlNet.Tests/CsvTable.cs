namespace MlNetFashion.MlNet.Tests;

/// <summary>A reference table of numbers and plain words: no quotes, comma between values, a header line.</summary>
internal sealed record CsvTable(string[] Header, string[][] Rows)
{
    public static CsvTable Read(string path)
    {
        var lines = File.ReadAllLines(path);
        return new CsvTable(lines[0].Split(','), [.. lines.Skip(1).Select(line => line.Split(','))]);
    }

}
