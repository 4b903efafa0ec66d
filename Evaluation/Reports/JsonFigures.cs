using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>How numbers and text go into our JSON files.</summary>
internal static class JsonFigures
{
    /// <summary>Indented, ends of lines the same everywhere, and readable: only what JSON itself must is escaped.</summary>
    public static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A number; null where it is not finite, which JSON cannot say.</summary>
    public static void WriteFigure(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void WriteFigures(this Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
                json.WriteNumberValue(value);
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    public static void WriteInterval(this Utf8JsonWriter json, string name, Interval interval, string method)
    {
        json.WriteStartObject(name);
        json.WriteFigure("lower", interval.Lower);
        json.WriteFigure("upper", interval.Upper);
        json.WriteFigure("level", interval.Level);
        json.WriteString("method", method);
        json.WriteEndObject();
    }

    /// <summary>What every file of a run opens with: where not to be mistaken, and what it is about.</summary>
    public static void WriteHead(this Utf8JsonWriter json, RunDescription description)
    {
        if (description.DataSet.Warning is { } warning)
            json.WriteString("warning", warning);
        json.WriteNumber("format", 1);
        json.WriteString("experiment", description.Experiment);
        json.WriteNumber("seed", description.Seed);
    }
}
