using Microsoft.ML;

namespace MlNetFashion.MlNet.Tests.Model;

public class RewritingTests
{
    public static TheoryData<string> Names => ["lbfgs", "lbfgs-byvalue", "lbfgs-l1-0-l2-0.1", "sdca", "sdca-10iter", "sdca-noncal", "text-keys", "text-keys-byvalue", "meanvar-nb", "ova-ap", "ova-ap-nocal", "ova-fasttree", "kmeans10", "pca50-lbfgs"];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_loaded_model_is_written_as_it_was(string name)
    {
        var path = ReferenceModels.Require($"{name}.zip");
        var mlContext = new MLContext(seed: 1);
        var model = mlContext.Model.Load(path, out var schema);
        using var rewritten = new MemoryStream();
        mlContext.Model.Save(model, schema, rewritten);

        CheckEntries(path, rewritten);
    }

    [SkippableFact]
    public void A_model_with_its_loader_is_written_as_it_was()
    {
        var path = ReferenceModels.Require("loader.zip");
        var mlContext = new MLContext(seed: 1);
        var model = mlContext.Model.LoadWithDataLoader(path, out var loader);
        using var rewritten = new MemoryStream();
        mlContext.Model.Save(model, loader, rewritten);
        CheckEntries(path, rewritten);

        var same = mlContext.Model.Load(path, out var schema);
        Assert.Equal("Label: Single, Pixels: Vector<Single, 784>", string.Join(", ", schema));
        Assert.Equal(typeof(Microsoft.ML.Data.TransformerChain<ITransformer>), same.GetType());
    }

    private static void CheckEntries(string path, MemoryStream rewritten)
    {
        using var original = File.OpenRead(path);
        var expected = ReferenceModels.Entries(original);
        rewritten.Position = 0;
        var actual = ReferenceModels.Entries(rewritten);

        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (entry, bytes) in expected)
            Assert.True(bytes.AsSpan().SequenceEqual(actual[entry]), $"{entry} differs at byte {bytes.AsSpan().CommonPrefixLength(actual[entry])} of {bytes.Length} (ours: {actual[entry].Length}).");
    }
}
