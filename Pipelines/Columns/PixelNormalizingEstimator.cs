using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Divides every pixel by 255 with ML.NET's own min-max normaliser, fitted on an all-black and an all-white image: the range of a pixel is
/// known, so nothing is learned from the data, nothing can leak from it, and ML.NET saves the result as its own.
/// </summary>
public sealed class PixelNormalizingEstimator : IEstimator<NormalizingTransformer>
{
    private const byte White = 255;

    private readonly NormalizingEstimator _inner;
    private readonly string _inputColumnName;

    internal PixelNormalizingEstimator(NormalizingEstimator inner, string inputColumnName)
    {
        _inner = inner;
        _inputColumnName = inputColumnName;
    }

    /// <summary>Makes the transformer; of <paramref name="input"/> only the type of the pixel column matters.</summary>
    /// <exception cref="ArgumentException">The column is missing or is not a vector of Single of known size.</exception>
    public NormalizingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var type = input.Schema.GetColumnOrNull(_inputColumnName)?.Type;
        if (type is not VectorDataViewType { IsKnownSize: true } vector || !vector.ItemType.Equals(NumberDataViewType.Single))
        {
            throw new ArgumentException(
                $"The pixels in column '{_inputColumnName}' must be a Vector<Single> of known size. Received: {type?.ToString() ?? "no such column"}.", nameof(input));
        }

        var size = vector.Size;
        var blackAndWhite = new byte[2 * size];
        blackAndWhite.AsSpan(size).Fill(White);
        return _inner.Fit(new PackedImageView(new PackedImages(blackAndWhite, new byte[2], 1, size), [], _inputColumnName, vector));
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _inner.GetOutputSchema(inputSchema);
}
