using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Behaviours;

public class ValueBehaviourTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Values_become_keys_as_in_ML_NET(bool byValue)
    {
        var ordinality = byValue ? Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue : Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence;
        var data = _mlContext.Data.LoadFromEnumerable(Item.Six());
        var view = _mlContext.Transforms.Conversion.MapValueToKey("L", keyOrdinality: ordinality)
            .Append(_mlContext.Transforms.Conversion.MapValueToKey("F", keyOrdinality: ordinality)).Fit(data).Transform(data);

        Recorded.Check(
            $"MapValueToKey {(byValue ? "ByValue" : "ByOccurrence")}: text values b,null,'',a,' b',B and float values 2,NaN,1,2,0,-0",
            $"text: {view.Schema["L"].Type} keys {string.Join(',', view.GetColumn<uint>("L"))} values [{string.Join('|', KeyValues<ReadOnlyMemory<char>>(view.Schema["L"]))}]",
            $"float: {view.Schema["F"].Type} keys {string.Join(',', view.GetColumn<uint>("F"))} values [{string.Join('|', KeyValues<float>(view.Schema["F"]))}]");
    }

    [SkippableFact]
    public void Key_members_count_from_0_and_raw_keys_from_1()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new uint[] { 0, 1, 2, 3, 99 }.Select(value => new KeyItem { K = value }).ToList());
        var raw = string.Join(',', data.GetColumn<uint>("K"));
        Recorded.Check("LoadFromEnumerable, member [KeyType(3)] uint with values 0,1,2,3,99: raw column values (user value + 1; out of range becomes 0 = missing)", raw);
        Recorded.Check(
            "the same read back with CreateEnumerable<A> where A has [KeyType(3)]: raw values come out, not the user values",
            string.Join(',', _mlContext.Data.CreateEnumerable<KeyItem>(data, false).Select(item => item.K)));
        Recorded.Check(
            "the same read back with CreateEnumerable<B> where B has a plain uint",
            string.Join(',', _mlContext.Data.CreateEnumerable<PlainItem>(data, false).Select(item => item.K)));

        using var engine = _mlContext.Model.CreatePredictionEngine<KeyItem, PlainItem>(_mlContext.Transforms.CopyColumns("X", "K").Fit(data));
        Recorded.Check("PredictionEngine<A,B> over CopyColumns: key member value 1 goes in, what comes out", $"{engine.Predict(new KeyItem { K = 1 }).K}");
    }

    [SkippableFact]
    public void Members_become_columns_as_in_ML_NET()
    {
        var free = _mlContext.Data.LoadFromEnumerable(new List<FreeVector> { new() });
        Recorded.Check("LoadFromEnumerable: float[] member without VectorType", free.Schema["V"].Type.ToString()!);
        var wrong = _mlContext.Data.LoadFromEnumerable(new List<Item> { new() { V = [1, 2, 3] }, new() { V = null } });
        var lengths = wrong.GetColumn<float[]>("V").Select(vector => vector.Length).ToArray();
        Assert.Equal([3, 0], lengths);
        Recorded.Check("LoadFromEnumerable: null in a [VectorType(2)] member, when read", string.Join(',', wrong.GetColumn<float[]>("V").Last()));
    }

    [SkippableFact]
    public void Missing_keys_and_too_many_keys_become_missing_values()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new[] { "b", "", "a", "c", "b" }.Select(text => new Item { L = text }).ToList());
        var view = _mlContext.Transforms.Conversion.MapValueToKey("K", "L", maximumNumberOfKeys: 2)
            .Append(_mlContext.Transforms.Conversion.MapKeyToValue("Back", "K")).Fit(data).Transform(data);
        Recorded.Check(
            "MapValueToKey with maximumNumberOfKeys 2 on b,'',a,c by occurrence; then MapKeyToValue",
            $"{view.Schema["K"].Type} keys {string.Join(',', view.GetColumn<uint>("K"))} back {string.Join(',', view.GetColumn<string>("Back").Select(text => $"'{text}'"))}");

        var floats = _mlContext.Data.LoadFromEnumerable(new List<Item> { new() { F = 5 }, new() { F = float.NaN } });
        var back = _mlContext.Transforms.Conversion.MapValueToKey("F").Append(_mlContext.Transforms.Conversion.MapKeyToValue("F")).Fit(floats).Transform(floats);
        Recorded.Check("MapKeyToValue of a missing float key", string.Join(',', back.GetColumn<float>("F")));
    }

    [SkippableFact]
    public void Filters_keep_what_ML_NET_keeps()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Item.Six());
        Recorded.Check("FilterRowsByColumn F in [0, 2): values", string.Join(',', _mlContext.Data.FilterRowsByColumn(data, "F", 0, 2).GetColumn<float>("F")));
        Recorded.Check("FilterRowsByMissingValues F", string.Join(',', _mlContext.Data.FilterRowsByMissingValues(data, "F").GetColumn<float>("F")));
    }

    [SkippableFact]
    public void Cursors_behave_as_in_ML_NET()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Item.Six());
        var column = data.Schema["F"];
        using var cursor = data.GetRowCursor([column]);
        var get = cursor.GetGetter<float>(column);
        var getId = cursor.GetIdGetter();
        var value = 0f;
        var id = default(DataViewRowId);
        Recorded.Check("cursor: Position before MoveNext", $"{cursor.Position}");
        Recorded.CheckThrows("cursor: getter before MoveNext", () => get(ref value));
        Assert.True(cursor.MoveNext());
        getId(ref id);
        Recorded.Check("cursor: Position, Batch, id at row 0", $"{cursor.Position} {cursor.Batch} {id}");
        Assert.True(cursor.MoveNext());
        getId(ref id);
        Recorded.Check("cursor: id at row 1", $"{id}");
        while (cursor.MoveNext())
            Assert.True(cursor.Position > 1);
        Recorded.Check("cursor: MoveNext past the end, Position", $"{cursor.MoveNext()} {cursor.Position}");
        Recorded.CheckThrows("cursor: getter past the end", () => get(ref value));
        Recorded.CheckThrows("cursor: wrong getter type", () => cursor.GetGetter<int>(column));
        Recorded.CheckThrows("cursor: getter of an inactive column", () => cursor.GetGetter<ReadOnlyMemory<char>>(data.Schema["L"]));
        Recorded.CheckThrows("GetColumn<int> of a Single column", () => _ = data.GetColumn<int>("F").ToArray());
        Recorded.CheckThrows("GetColumn of an unknown name", () => _ = data.GetColumn<float>("Nope").ToArray());
        Recorded.Check("GetColumn<string> of text with null and empty", string.Join('|', data.GetColumn<string>("L")));
        Recorded.CheckThrows("Schema[\"Nope\"]", () => _ = data.Schema["Nope"]);
        Recorded.Check("Preview(1).ToString()", data.Preview(1).ToString());
        Recorded.Check("DataViewSchema.Column.ToString()", data.Schema["V"].ToString());
        Recorded.Check("DataViewSchema.ToString()", data.Schema.ToString());
        Recorded.Check("VBuffer ToString, dense / sparse", new VBuffer<float>(3, [1, 2, 3]).ToString(), new VBuffer<float>(5, 2, [1, 2], [0, 3]).ToString());
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

    private static IEnumerable<T> KeyValues<T>(DataViewSchema.Column column)
    {
        var values = default(VBuffer<T>);
        column.GetKeyValues(ref values);
        return values.DenseValues();
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
