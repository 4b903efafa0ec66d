using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>A saved model, ready to name the garments on pictures.</summary>
internal sealed class GarmentPredictor
{
    private const int ImagePixels = 28 * 28;

    private readonly MLContext mlContext;
    private readonly ITransformer model;

    private GarmentPredictor(MLContext mlContext, ITransformer model)
    {
        this.mlContext = mlContext;
        this.model = model;
    }

    /// <summary>Opens the model.zip of a run.</summary>
    /// <exception cref="InvalidDataException">The file is no model, or none that takes this suite's pixels.</exception>
    public static GarmentPredictor Load(string path)
    {
        var mlContext = new MLContext();
        var model = Open(mlContext, path, out var input);
        if (input.GetColumnOrNull("Pixels") is not { Type: VectorDataViewType { Size: ImagePixels } })
        {
            throw new InvalidDataException(
                $"A model that takes a column 'Pixels' of {ImagePixels} values was expected in '{path}', but it takes {string.Join(", ", input.Select(column => $"{column.Name} ({column.Type})"))}; give the model.zip of a run folder.");
        }

        return new GarmentPredictor(mlContext, model);
    }

    private static ITransformer Open(MLContext mlContext, string path, out DataViewSchema input)
    {
        try
        {
            return mlContext.Model.Load(path, out input);
        }
        catch (Exception damage) when (damage is InvalidDataException or FormatException or InvalidOperationException or EndOfStreamException)
        {
            throw new InvalidDataException(
                $"A model that ML.NET saved was expected in '{path}', but it could not be read ({damage.Message.TrimEnd('.')}); give the model.zip of a run folder.", damage);
        }
    }

    /// <summary>One prediction a picture, in order.</summary>
    /// <exception cref="InvalidDataException">A file is no picture.</exception>
    public ImmutableArray<GarmentPrediction> Predict(IReadOnlyList<string> paths)
    {
        var pictures = paths.Select(path => GarmentImageReader.Read(path)).ToArray();
        var rows = mlContext.Data.LoadFromEnumerable(pictures.Select(picture => new PictureRow { Pixels = Array.ConvertAll(picture.Pixels, pixel => (float)pixel) }));
        var scored = model.Transform(rows);

        var scoreColumn = scored.Schema["Score"];
        var nameColumn = scored.Schema["PredictedLabel"];
        var names = ClassNames(scoreColumn);
        var predictions = ImmutableArray.CreateBuilder<GarmentPrediction>(paths.Count);
        using var cursor = scored.GetRowCursor([scoreColumn, nameColumn]);
        var getScore = cursor.GetGetter<VBuffer<float>>(scoreColumn);
        var getName = cursor.GetGetter<ReadOnlyMemory<char>>(nameColumn);
        VBuffer<float> score = default;
        ReadOnlyMemory<char> name = default;
        while (cursor.MoveNext())
        {
            getScore(ref score);
            getName(ref name);
            var file = predictions.Count;
            predictions.Add(new GarmentPrediction(
                paths[file], name.ToString(), [.. score.DenseValues().Zip(names, (probability, className) => new ClassProbability(className, probability))], pictures[file].Notes));
        }

        return predictions.MoveToImmutable();
    }

    private static string[] ClassNames(DataViewSchema.Column score)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        score.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    /// <summary>A picture as ML.NET sees it. The label is there because the pipeline was fitted with one; it decides nothing.</summary>
    private sealed class PictureRow
    {
        public string Label { get; init; } = "";

        [VectorType(ImagePixels)]
        public required float[] Pixels { get; init; }
    }
}
