using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Splits;

/// <summary>The recorded table of 1,000 rows, with the column types it had in ML.NET.</summary>
internal static class SplitInput
{
    internal static IDataView Load()
    {
        CsvTable table = CsvTable.Read(SharedFiles.Require("mlnet-reference/splits/input.csv"));
        string[] Text(string name) => [.. table.Rows.Select(row => row[Array.IndexOf(table.Header, name)])];
        T[] Of<T>(string name)
            where T : IParsable<T> => [.. Text(name).Select(text => T.Parse(text, CultureInfo.InvariantCulture))];

        // Key members are zero-based in a class, one-based in a column; what is out of range is missing.
        uint[] Keys(string name, uint count) => [.. Of<uint>(name).Select(value => value < count ? value + 1 : 0)];

        float[] v0 = Of<float>("V2_0"), v1 = Of<float>("V2_1");
        return new ArrayView(table.Rows.Length)
            .With("Index", NumberDataViewType.Int32, Of<int>("Index"))
            .With("FoldF", NumberDataViewType.Single, Of<float>("FoldF"))
            .With("FoldD", NumberDataViewType.Double, Of<double>("FoldD"))
            .With("FoldKey5", new KeyDataViewType(typeof(uint), 5), Keys("FoldKey5", 5))
            .With("FoldI", NumberDataViewType.Int32, Of<int>("FoldI"))
            .With("FoldS", TextDataViewType.Instance, [.. Text("FoldS").Select(text => text.AsMemory())])
            .With("FoldB", BooleanDataViewType.Instance, [.. Text("FoldB").Select(bool.Parse)])
            .With("Key10", new KeyDataViewType(typeof(uint), 10), Keys("Key10", 10))
            .With("GroupL", NumberDataViewType.Int64, Of<long>("GroupL"))
            .With("GroupS", TextDataViewType.Instance, [.. Text("GroupS").Select(text => text.AsMemory())])
            .With("Key3Byte", new KeyDataViewType(typeof(byte), 3), [.. Keys("Key3Byte", 3).Select(value => (byte)value)])
            .WithVectors("V2", 2, [.. Enumerable.Range(0, v0.Length).Select(i => new[] { v0[i], v1[i] })])
            .With("Day", DateTimeDataViewType.Instance, [.. Text("Day").Select(text => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture))])
            .With("FoldFNaN", NumberDataViewType.Single, Of<float>("FoldFNaN"));
    }
}
