using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>TensorFlow models, run on this library's own kernels.</summary>
public static class TensorflowCatalog
{
    /// <summary>Loads a frozen TensorFlow graph.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="modelLocation">A <c>.pb</c> file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no frozen graph.</exception>
    public static TensorFlowModel LoadTensorFlowModel(this ModelOperationsCatalog catalog, string modelLocation) =>
        LoadTensorFlowModel(catalog, modelLocation, treatOutputAsBatched: true);

    /// <summary>Loads a frozen TensorFlow graph.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="modelLocation">A <c>.pb</c> file.</param>
    /// <param name="treatOutputAsBatched">Whether an open first dimension of an output is the batch, and so no part of a row's value. The default is true.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no frozen graph.</exception>
    public static TensorFlowModel LoadTensorFlowModel(this ModelOperationsCatalog catalog, string modelLocation, bool treatOutputAsBatched)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrEmpty(modelLocation);
        if (Directory.Exists(modelLocation))
        {
            throw new InvalidDataException(
                $"'{modelLocation}' is a folder, a SavedModel of TensorFlow; expected a frozen graph, one file. Freeze the model into a .pb file first.");
        }

        if (!File.Exists(modelLocation))
            throw new FileNotFoundException($"Could not find file '{modelLocation}'.", modelLocation);
        return new TensorFlowModel(catalog.Environment, new FrozenModel(File.ReadAllBytes(modelLocation)), treatOutputAsBatched);
    }
}
