using Microsoft.ML;

namespace MlNetFashion.MlNet.Tests.Data;

public class ObjectRowTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [Fact]
    public void Arrays_that_are_null_come_back_as_null()
    {
        Row[] rows = [new() { Numbers = null, Texts = null }, new() { Numbers = [1], Texts = ["a"] }, new() { Numbers = [], Texts = [] }];

        var read = _mlContext.Data.CreateEnumerable<Row>(_mlContext.Data.LoadFromEnumerable(rows), reuseRowObject: false).ToArray();

        Assert.Null(read[0].Numbers);
        Assert.Null(read[0].Texts);
        Assert.Equal([1], read[1].Numbers!);
        Assert.Equal(["a"], read[1].Texts!);
        Assert.Null(read[2].Numbers);
    }

    [Fact]
    public void A_reused_row_is_emptied_where_there_are_no_items()
    {
        Row[] rows = [new() { Numbers = [1, 2], Texts = ["a", "b"] }, new() { Numbers = null, Texts = null }];

        var counts = _mlContext.Data.CreateEnumerable<Row>(_mlContext.Data.LoadFromEnumerable(rows), reuseRowObject: true)
            .Select(row => (row.Numbers!.Length, row.Texts!.Length)).ToArray();

        Assert.Equal([(2, 2), (0, 0)], counts);
    }

    private sealed class Row
    {
        public int[]? Numbers { get; set; }

        public string[]? Texts { get; set; }
    }
}
