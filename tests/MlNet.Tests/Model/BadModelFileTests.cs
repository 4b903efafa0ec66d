using Microsoft.ML;

namespace MlNetFashion.MlNet.Tests.Model;

public class BadModelFileTests
{
    private readonly MLContext _mlContext = new();

    [Fact]
    public void A_missing_file_is_named()
    {
        var exception = Assert.Throws<FileNotFoundException>(() => _mlContext.Model.Load("/nowhere/none.zip", out _));
        Assert.Equal("Could not find file '/nowhere/none.zip'.", exception.Message);
    }

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        using var stream = new MemoryStream("hello"u8.ToArray());
        Assert.Equal("Failed to open a zip archive", Assert.Throws<FormatException>(() => _mlContext.Model.Load(stream, out _)).Message);
    }

    [Fact]
    public void An_archive_without_a_model_is_refused()
    {
        using var stream = new MemoryStream();
        using (new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
        }

        Assert.Equal("Could not load legacy format model", Assert.Throws<InvalidOperationException>(() => _mlContext.Model.Load(stream, out _)).Message);
    }

    [SkippableFact]
    public void A_model_without_a_loader_says_so()
    {
        var path = ReferenceModels.Require("lbfgs.zip");
        var exception = Assert.Throws<InvalidOperationException>(() => _mlContext.Model.LoadWithDataLoader(path, out _));
        Assert.StartsWith("Model does not contain an IDataLoader.", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_file_is_written_whole_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var model = _mlContext.Model.Load(ReferenceModels.Require("lbfgs.zip"), out var schema);
            var path = Path.Combine(folder.FullName, "model.zip");
            _mlContext.Model.Save(model, schema, path);
            Assert.Equal([path], Directory.GetFiles(folder.FullName));

            var before = File.ReadAllBytes(path);
            Assert.Throws<InvalidOperationException>(() => _mlContext.Model.Save(new Unsavable(), schema, path));
            Assert.Equal(before, File.ReadAllBytes(path));
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Unsavable : ITransformer
    {
        public bool IsRowToRowMapper => false;

        public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => inputSchema;

        public Microsoft.ML.Data.IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new InvalidOperationException();

        public IDataView Transform(IDataView input) => input;

        public void Save(ModelSaveContext ctx) => throw new InvalidOperationException("This cannot be saved.");
    }
}
