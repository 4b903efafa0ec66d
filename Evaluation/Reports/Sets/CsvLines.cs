using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>Reads the tables that <see cref="CsvTable"/> writes.</summary>
internal static class CsvLines
{
    /// <summary>The lines of a file, each as its fields.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="InvalidDataException">A quotation that does not end.</exception>
    public static IEnumerable<string[]> Read(string path)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        var text = File.ReadAllText(path);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                    field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return [.. fields];
                    fields.Clear();
                }
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (quoted)
            throw new InvalidDataException($"A quotation in {path} does not end.");
        if (field.Length > 0 || fields.Count > 0)
            yield return [.. fields, field.ToString()];
    }
}
