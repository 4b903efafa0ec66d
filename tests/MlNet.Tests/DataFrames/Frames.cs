using Microsoft.Data.Analysis;

namespace MlNetFashion.MlNet.Tests.DataFrames;

/// <summary>Small tables to test with.</summary>
internal static class Frames
{
    /// <summary>Five people, one of them without a height, one without a city.</summary>
    internal static DataFrame People() => new(
        new StringDataFrameColumn("Name", ["Ann", "Bob", "Cem", "Dea", "Eve"]),
        new Int32DataFrameColumn("Age", [31, 25, 47, 25, 60]),
        new SingleDataFrameColumn("Height", [1.70f, null, 1.82f, 1.65f, 1.58f]),
        new StringDataFrameColumn("City", ["Bonn", "Rome", null, "Rome", "Bonn"]),
        new BooleanDataFrameColumn("Member", [true, false, true, true, false]));

    internal static object?[] Values(this DataFrameColumn column) => [.. column.Cast<object?>()];
}
