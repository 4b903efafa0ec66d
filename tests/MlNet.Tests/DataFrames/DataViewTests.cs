using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.DataFrames;

public class DataViewTests
{
    [Fact]
    public void A_data_frame_is_a_view()
    {
        IDataView view = Frames.People();

        Assert.Equal(["String", "Int32", "Single", "String", "Boolean"], view.Schema.Select(column => column.Type.ToString()));
        Assert.Equal(5, view.GetRowCount());
        Assert.Equal([1.7f, float.NaN, 1.82f, 1.65f, 1.58f], view.GetColumn<float>("Height"));
        Assert.Equal(["Bonn", "Rome", "", "Rome", "Bonn"], view.GetColumn<string>("City"));
    }

    [Fact]
    public void Pipelines_take_data_frames_and_give_them_back()
    {
        var context = new MLContext(1);
        var pipeline = context.Transforms.Conversion.MapValueToKey("City")
            .Append(context.Transforms.Concatenate("Features", "Height"))
            .Append(context.Transforms.NormalizeMinMax("Features"));

        var people = Frames.People().DropNulls();
        var result = pipeline.Fit(people).Transform(people).ToDataFrame(-1);

        Assert.Equal([1u, 2u, 1u], result["City"].Values());
        Assert.IsType<VBufferDataFrameColumn<float>>(result["Features"]);
        Assert.Equal(1f, ((VBuffer<float>)result["Features"][0]!).GetValues()[0], 1e-6f);
        Assert.Equal(["Age"], Frames.People().ToDataFrame("Age").Columns.Select(column => column.Name));
        Assert.Equal(2, Frames.People().ToDataFrame(2).Rows.Count);
    }

    [Fact]
    public void Columns_of_vectors_are_views_too()
    {
        var frame = new DataFrame(new VBufferDataFrameColumn<float>("V", [new VBuffer<float>(2, [1, 2]), new VBuffer<float>(2, [3, 4])]));

        Assert.Equal("Vector<Single, 2>", ((IDataView)frame).Schema["V"].Type.ToString());
        Assert.Equal([3f, 4f], ((IDataView)frame).GetColumn<float[]>("V").Last());
    }
}
