using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

/// <summary>Reads the label and feature columns once, row by row, into one packed image set.</summary>
internal sealed class ImageColumnReader(string labelColumnName, string featureColumnName, NetworkArchitecture architecture)
{
    /// <exception cref="ArgumentException">A column is missing or does not fit the network, or no row has a label.</exception>
    /// <exception cref="InvalidDataException">A feature is not a finite number.</exception>
    public ImageSet Read(IDataView input, CancellationToken cancellationToken)
    {
        var (labelColumn, classes) = RequireLabel(input.Schema);
        var featureColumn = RequireFeatures(input.Schema);

        using var cursor = input.GetRowCursor([labelColumn, featureColumn]);
        var getLabel = cursor.GetGetter<uint>(labelColumn);
        var getFeatures = cursor.GetGetter<VBuffer<float>>(featureColumn);
        var expected = (int)Math.Min(input.GetRowCount() ?? 1024, 1 << 20);
        var pixels = new PixelPacker(architecture.Input.Size, expected);
        var labels = new List<int>(expected);
        var scratch = new float[architecture.Input.Size];
        uint label = 0;
        VBuffer<float> features = default;
        while (cursor.MoveNext())
        {
            if (labels.Count % 1024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            getLabel(ref label);
            if (label == 0)
                continue; // a missing key: a row without a label teaches nothing
            getFeatures(ref features);
            pixels.Add(Dense(features, scratch, cursor.Position));
            labels.Add((int)label - 1);
        }

        if (labels.Count == 0)
            throw new ArgumentException($"Training needs rows with a label in column '{labelColumnName}'. Received: none.");
        return pixels.ToImageSet([.. labels], architecture.Input, classes);
    }

    private (DataViewSchema.Column Column, int Classes) RequireLabel(DataViewSchema schema)
    {
        if (schema.GetColumnOrNull(labelColumnName) is not { } column)
            throw new ArgumentException($"Training needs a label column '{labelColumnName}'. Received: {Columns(schema)}.");
        if (column.Type is not KeyDataViewType key || key.RawType != typeof(uint))
        {
            throw new ArgumentException(
                $"The label column '{labelColumnName}' must be a Key<UInt32>; put MapLabelToKey or MapValueToKey before the trainer. Received: {column.Type}.");
        }

        if (key.Count != (ulong)architecture.Classes)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Network '{architecture.Name}' tells {architecture.Classes} classes apart and needs a label column of as many keys. Received: '{labelColumnName}' with {key.Count}."));
        }

        return (column, architecture.Classes);
    }

    private DataViewSchema.Column RequireFeatures(DataViewSchema schema)
    {
        if (schema.GetColumnOrNull(featureColumnName) is not { } column)
            throw new ArgumentException($"Training needs a feature column '{featureColumnName}'. Received: {Columns(schema)}.");
        if (column.Type is not VectorDataViewType vector || !vector.ItemType.Equals(NumberDataViewType.Single) || vector.Size != architecture.Input.Size)
        {
            throw new ArgumentException(
                $"Network '{architecture.Name}' takes images of {architecture.Input}: the feature column '{featureColumnName}' must be a "
                + $"Vector<Single> of {architecture.Input.Size}. Received: {column.Type}.");
        }

        return column;
    }

    private ReadOnlySpan<float> Dense(in VBuffer<float> features, float[] scratch, long position)
    {
        if (features.Length != scratch.Length)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"Row {position} of column '{featureColumnName}' has another length: expected {scratch.Length} values, received {features.Length}; make all rows alike."));
        }

        var values = features.GetValues();
        if (!features.IsDense)
        {
            features.CopyTo(scratch);
            values = scratch;
        }

        // x - x is 0 for a number and NaN for anything else; one sum is quicker than asking each value.
        var sum = 0f;
        foreach (var value in values)
            sum += value - value;
        if (sum == 0)
            return values;

        var bad = 0;
        while (float.IsFinite(values[bad]))
            bad++;
        throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture,
            $"Row {position} of column '{featureColumnName}' has no number at position {bad}: expected a finite value, received {values[bad]}; replace missing values before training."));
    }

    private static string Columns(DataViewSchema schema) => string.Join(", ", schema.Where(column => !column.IsHidden).Select(column => column.Name));
}
