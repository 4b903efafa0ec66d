using System.Text;

namespace Microsoft.ML.Data;

/// <summary>Fields with whatever decimal marker, as text with a point.</summary>
internal static class DecimalText
{
    /// <summary>The text, or null where it holds a point that is not the marker.</summary>
    internal static string? Of(ReadOnlySpan<byte> field, char decimalMarker)
    {
        if (decimalMarker == '.')
            return Encoding.UTF8.GetString(field);
        return field.Contains((byte)'.') ? null : Encoding.UTF8.GetString(field).Replace(decimalMarker, '.');
    }
}
