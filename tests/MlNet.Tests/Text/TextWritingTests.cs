using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Text;

public class TextWritingTests
{
    [SkippableFact]
    public void Views_are_written_as_ML_NET_writes_them()
    {
        var folder = SharedFiles.Require("mlnet-reference/textloader");
        using var recorded = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "save-as-text.json")));
        foreach (var file in recorded.RootElement.GetProperty("Files").EnumerateArray())
        {
            var name = file.GetProperty("File").GetString()!;
            var mlContext = new MLContext();
            using var stream = new MemoryStream();
            mlContext.Data.SaveAsText(
                Rows(),
                stream,
                file.GetProperty("separatorChar").GetString()![0],
                file.GetProperty("headerRow").GetBoolean(),
                file.GetProperty("schema").GetBoolean(),
                file.GetProperty("keepHidden").GetBoolean(),
                file.GetProperty("forceDense").GetBoolean());
            var expected = File.ReadAllText(Path.Combine(folder, name)).ReplaceLineEndings();
            Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var mlContext = new MLContext();
        var path = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(path))
                mlContext.Data.SaveAsText(Rows(), stream);
            var view = mlContext.Data.LoadFromTextFile(path, new TextLoader.Options { AllowQuoting = true, AllowSparse = true });

            Assert.Equal(["Label:Single", "Pixels:Vector<Single, 4>", "Name:String", "Flag:Boolean", "K:Key<UInt32, 0-3>"], view.Schema.Select(column => $"{column.Name}:{column.Type}"));
            Assert.Equal([3, float.NaN, 1.25f], view.GetColumn<float>("Label"));
            Assert.Equal([[0, 0.5f, float.NaN, 1e-9f], [0, 0, 0, 2], [0, 0, 0, 0]], view.GetColumn<float[]>("Pixels"));
            Assert.Equal(["a,b", "", "q\"x"], view.GetColumn<string>("Name"));
            Assert.Equal([2u, 0u, 1u], view.GetColumn<uint>("K"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Text_of_several_lines_is_read_back()
    {
        var mlContext = new MLContext();
        string[] texts = ["one\ntwo", "\n\n", "three\r\nfour", "plain"];
        var rows = new ArrayView(4).With("Text", TextDataViewType.Instance, [.. texts.Select(text => text.AsMemory())]).With("Number", NumberDataViewType.Int32, [1, 2, 3, 4]);
        var path = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(path))
                mlContext.Data.SaveAsText(rows, stream);
            var view = mlContext.Data.LoadFromTextFile(path, new TextLoader.Options { AllowQuoting = true, ReadMultilines = true });

            Assert.Equal(texts.Select(text => text.ReplaceLineEndings()), view.GetColumn<string>("Text").Select(text => text.ReplaceLineEndings()));
            Assert.Equal([1, 2, 3, 4], view.GetColumn<int>("Number"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ArrayView Rows() => new ArrayView(3)
        .With("Label", NumberDataViewType.Single, [3, float.NaN, 1.25f])
        .WithVectors("Pixels", 4, [[0, 0.5f, float.NaN, 1e-9f], [0, 0, 0, 2], [0, 0, 0, 0]])
        .With("Name", TextDataViewType.Instance, ["a,b".AsMemory(), default, "q\"x".AsMemory()])
        .With("Flag", BooleanDataViewType.Instance, [true, false, true])
        .With("K", new KeyDataViewType(typeof(uint), 4), [2u, 0u, 1u]);
}
