using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Data;

/// <summary>The single observations of genuine ML.NET, each looked up by its words.</summary>
public class BehaviourTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Values_become_keys_as_in_ML_NET(bool byValue)
    {
        var ordinality = byValue ? Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue : Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence;
        var data = _mlContext.Data.LoadFromEnumerable(Items());
        var view = _mlContext.Transforms.Conversion.MapValueToKey("L", keyOrdinality: ordinality)
            .Append(_mlContext.Transforms.Conversion.MapValueToKey("F", keyOrdinality: ordinality)).Fit(data).Transform(data);

        Check(
            $"MapValueToKey {(byValue ? "ByValue" : "ByOccurrence")}: text values b,null,'',a,' b',B and float values 2,NaN,1,2,0,-0",
            $"text: {view.Schema["L"].Type} keys {string.Join(',', view.GetColumn<uint>("L"))} values [{string.Join('|', KeyValues<ReadOnlyMemory<char>>(view.Schema["L"]))}]",
            $"float: {view.Schema["F"].Type} keys {string.Join(',', view.GetColumn<uint>("F"))} values [{string.Join('|', KeyValues<float>(view.Schema["F"]))}]");
    }

    [SkippableFact]
    public void Key_members_count_from_0_and_raw_keys_from_1()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new uint[] { 0, 1, 2, 3, 99 }.Select(value => new KeyItem { K = value }).ToList());
        var raw = string.Join(',', data.GetColumn<uint>("K"));
        Check("LoadFromEnumerable, member [KeyType(3)] uint with values 0,1,2,3,99: raw column values (user value + 1; out of range becomes 0 = missing)", raw);
        Check(
            "the same read back with CreateEnumerable<A> where A has [KeyType(3)]: raw values come out, not the user values",
            string.Join(',', _mlContext.Data.CreateEnumerable<KeyItem>(data, false).Select(item => item.K)));
        Check(
            "the same read back with CreateEnumerable<B> where B has a plain uint",
            string.Join(',', _mlContext.Data.CreateEnumerable<PlainItem>(data, false).Select(item => item.K)));

        using var engine = _mlContext.Model.CreatePredictionEngine<KeyItem, PlainItem>(_mlContext.Transforms.CopyColumns("X", "K").Fit(data));
        Check("PredictionEngine<A,B> over CopyColumns: key member value 1 goes in, what comes out", $"{engine.Predict(new KeyItem { K = 1 }).K}");
    }

    [SkippableFact]
    public void Members_become_columns_as_in_ML_NET()
    {
        var free = _mlContext.Data.LoadFromEnumerable(new List<FreeVector> { new() });
        Check("LoadFromEnumerable: float[] member without VectorType", free.Schema["V"].Type.ToString()!);
        var wrong = _mlContext.Data.LoadFromEnumerable(new List<Item> { new() { V = [1, 2, 3] }, new() { V = null } });
        var lengths = wrong.GetColumn<float[]>("V").Select(vector => vector.Length).ToArray();
        Assert.Equal([3, 0], lengths);
        Check("LoadFromEnumerable: null in a [VectorType(2)] member, when read", string.Join(',', wrong.GetColumn<float[]>("V").Last()));
    }

    [SkippableFact]
    public void Missing_keys_and_too_many_keys_become_missing_values()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new[] { "b", "", "a", "c", "b" }.Select(text => new Item { L = text }).ToList());
        var view = _mlContext.Transforms.Conversion.MapValueToKey("K", "L", maximumNumberOfKeys: 2)
            .Append(_mlContext.Transforms.Conversion.MapKeyToValue("Back", "K")).Fit(data).Transform(data);
        Check(
            "MapValueToKey with maximumNumberOfKeys 2 on b,'',a,c by occurrence; then MapKeyToValue",
            $"{view.Schema["K"].Type} keys {string.Join(',', view.GetColumn<uint>("K"))} back {string.Join(',', view.GetColumn<string>("Back").Select(text => $"'{text}'"))}");

        var floats = _mlContext.Data.LoadFromEnumerable(new List<Item> { new() { F = 5 }, new() { F = float.NaN } });
        var back = _mlContext.Transforms.Conversion.MapValueToKey("F").Append(_mlContext.Transforms.Conversion.MapKeyToValue("F")).Fit(floats).Transform(floats);
        Check("MapKeyToValue of a missing float key", string.Join(',', back.GetColumn<float>("F")));
    }

    [SkippableFact]
    public void Filters_keep_what_ML_NET_keeps()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Items());
        Check("FilterRowsByColumn F in [0, 2): values", string.Join(',', _mlContext.Data.FilterRowsByColumn(data, "F", 0, 2).GetColumn<float>("F")));
        Check("FilterRowsByMissingValues F", string.Join(',', _mlContext.Data.FilterRowsByMissingValues(data, "F").GetColumn<float>("F")));
    }

    [SkippableFact]
    public void Cursors_behave_as_in_ML_NET()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Items());
        var column = data.Schema["F"];
        using var cursor = data.GetRowCursor([column]);
        var get = cursor.GetGetter<float>(column);
        var getId = cursor.GetIdGetter();
        var value = 0f;
        var id = default(DataViewRowId);
        Check("cursor: Position before MoveNext", $"{cursor.Position}");
        CheckThrows("cursor: getter before MoveNext", () => get(ref value));
        Assert.True(cursor.MoveNext());
        getId(ref id);
        Check("cursor: Position, Batch, id at row 0", $"{cursor.Position} {cursor.Batch} {id}");
        Assert.True(cursor.MoveNext());
        getId(ref id);
        Check("cursor: id at row 1", $"{id}");
        while (cursor.MoveNext())
            Assert.True(cursor.Position > 1);
        Check("cursor: MoveNext past the end, Position", $"{cursor.MoveNext()} {cursor.Position}");
        CheckThrows("cursor: getter past the end", () => get(ref value));
        CheckThrows("cursor: wrong getter type", () => cursor.GetGetter<int>(column));
        CheckThrows("cursor: getter of an inactive column", () => cursor.GetGetter<ReadOnlyMemory<char>>(data.Schema["L"]));
        CheckThrows("GetColumn<int> of a Single column", () => _ = data.GetColumn<int>("F").ToArray());
        CheckThrows("GetColumn of an unknown name", () => _ = data.GetColumn<float>("Nope").ToArray());
        Check("GetColumn<string> of text with null and empty", string.Join('|', data.GetColumn<string>("L")));
        CheckThrows("Schema[\"Nope\"]", () => _ = data.Schema["Nope"]);
        Check("Preview(1).ToString()", data.Preview(1).ToString());
        Check("DataViewSchema.Column.ToString()", data.Schema["V"].ToString());
        Check("DataViewSchema.ToString()", data.Schema.ToString());
        Check("VBuffer ToString, dense / sparse", new VBuffer<float>(3, [1, 2, 3]).ToString(), new VBuffer<float>(5, 2, [1, 2], [0, 3]).ToString());
    }

    [Fact]
    public void Types_have_ML_NETs_names()
    {
        var key = new KeyDataViewType(typeof(uint), 5);
        Assert.Equal(
            ["String", "Vector<Single, 2, 3>", "Vector<Single>", "Key<UInt32, 0-4>", "Boolean", "Int32", "DateTime", "TimeSpan", "DateTimeOffset", "DataViewRowId", "Vector<Key<UInt32, 0-4>, 3>"],
            new DataViewType[]
            {
                TextDataViewType.Instance, new VectorDataViewType(NumberDataViewType.Single, 2, 3), new VectorDataViewType(NumberDataViewType.Single), key,
                BooleanDataViewType.Instance, NumberDataViewType.Int32, DateTimeDataViewType.Instance, TimeSpanDataViewType.Instance,
                DateTimeOffsetDataViewType.Instance, RowIdDataViewType.Instance, new VectorDataViewType(key, 3),
            }.Select(type => type.ToString()));
    }

    private static List<Item> Items() =>
    [
        new() { L = "b", F = 2 }, new() { L = null, F = float.NaN }, new() { L = "", F = 1 },
        new() { L = "a", F = 2 }, new() { L = " b", F = 0 }, new() { L = "B", F = -0f },
    ];

    private static IEnumerable<T> KeyValues<T>(DataViewSchema.Column column)
    {
        var values = default(VBuffer<T>);
        column.GetKeyValues(ref values);
        return values.DenseValues();
    }

    private static JsonElement Recorded(string what)
    {
        var path = SharedFiles.Require("mlnet-reference/behaviours/behaviours.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.EnumerateArray().Single(element => element.GetProperty("What").GetString() == what).Clone();
    }

    private static void Check(string what, params string[] observed) =>
        Assert.Equal(Recorded(what).GetProperty("Observed").EnumerateArray().Select(text => text.GetString()), observed);

    private static void CheckThrows(string what, Action action)
    {
        var recorded = Recorded(what);
        var exception = Record.Exception(action);
        Assert.NotNull(exception);
        Assert.Equal(recorded.GetProperty("Threw").GetString(), exception.GetType().FullName);
        Assert.Equal(recorded.GetProperty("Message").GetString(), exception.Message);
    }

    private sealed class Item
    {
        public string? L { get; set; }

        public float F { get; set; }

        [VectorType(2)]
        public float[]? V { get; set; } = [0, 0];
    }

    private sealed class KeyItem
    {
        [KeyType(3)]
        public uint K { get; set; }
    }

    private sealed class PlainItem
    {
        public uint K { get; set; }
    }

    private sealed class FreeVector
    {
        public float[] V { get; set; } = [];
    }
}
