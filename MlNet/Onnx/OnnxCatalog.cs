using Microsoft.ML.Transforms.Onnx;

namespace Microsoft.ML;

/// <summary>ONNX models, run on this library's own kernels.</summary>
public static class OnnxCatalog
{
    /// <summary>Applies a model as the options say.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no ONNX model, or none that can be run here.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, OnnxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Apply(catalog, options, ReadFile(options.ModelFile));
    }

    /// <summary>Applies a model, all its outputs made of all its inputs.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, Stream modelBytes, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        Apply(catalog, Options(null, null, null, gpuDeviceId, fallbackToCpu), ReadAll(modelBytes));

    /// <summary>Applies a model, all its outputs made of all its inputs.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, Stream modelBytes, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null,
        bool fallbackToCpu = false) =>
        Apply(catalog, Options(null, null, shapeDictionary, gpuDeviceId, fallbackToCpu), ReadAll(modelBytes));

    /// <summary>Applies a model, all its outputs made of all its inputs.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string modelFile, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        Apply(catalog, Options(null, null, null, gpuDeviceId, fallbackToCpu), ReadFile(modelFile));

    /// <summary>Applies a model, all its outputs made of all its inputs.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string modelFile, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null,
        bool fallbackToCpu = false) =>
        Apply(catalog, Options(null, null, shapeDictionary, gpuDeviceId, fallbackToCpu), ReadFile(modelFile));

    /// <summary>Makes one column of one output of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string outputColumnName, string inputColumnName, Stream modelBytes,
        int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        Apply(catalog, Options([outputColumnName], [inputColumnName], null, gpuDeviceId, fallbackToCpu), ReadAll(modelBytes));

    /// <summary>Makes one column of one output of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string outputColumnName, string inputColumnName, Stream modelBytes,
        IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        Apply(catalog, Options([outputColumnName], [inputColumnName], shapeDictionary, gpuDeviceId, fallbackToCpu), ReadAll(modelBytes));

    /// <summary>Makes one column of one output of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string outputColumnName, string inputColumnName, string modelFile, int? gpuDeviceId = null,
        bool fallbackToCpu = false) =>
        Apply(catalog, Options([outputColumnName], [inputColumnName], null, gpuDeviceId, fallbackToCpu), ReadFile(modelFile));

    /// <summary>Makes one column of one output of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string outputColumnName, string inputColumnName, string modelFile,
        IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        Apply(catalog, Options([outputColumnName], [inputColumnName], shapeDictionary, gpuDeviceId, fallbackToCpu), ReadFile(modelFile));

    /// <summary>Makes columns of outputs of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, Stream modelBytes,
        int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        Apply(catalog, Options(outputColumnNames, inputColumnNames, null, gpuDeviceId, fallbackToCpu), ReadAll(modelBytes));

    /// <summary>Makes columns of outputs of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, Stream modelBytes,
        IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        Apply(catalog, Options(outputColumnNames, inputColumnNames, shapeDictionary, gpuDeviceId, fallbackToCpu), ReadAll(modelBytes));

    /// <summary>Makes columns of outputs of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, Stream modelBytes,
        IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false,
        int recursionLimit = 100) =>
        Apply(catalog, Options(outputColumnNames, inputColumnNames, shapeDictionary, gpuDeviceId, fallbackToCpu, recursionLimit), ReadAll(modelBytes));

    /// <summary>Makes columns of outputs of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, string modelFile,
        int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        Apply(catalog, Options(outputColumnNames, inputColumnNames, null, gpuDeviceId, fallbackToCpu), ReadFile(modelFile));

    /// <summary>Makes columns of outputs of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, string modelFile,
        IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        Apply(catalog, Options(outputColumnNames, inputColumnNames, shapeDictionary, gpuDeviceId, fallbackToCpu), ReadFile(modelFile));

    /// <summary>Makes columns of outputs of a model.</summary>
    public static OnnxScoringEstimator ApplyOnnxModel(
        this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, string modelFile,
        IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false,
        int recursionLimit = 100) =>
        Apply(catalog, Options(outputColumnNames, inputColumnNames, shapeDictionary, gpuDeviceId, fallbackToCpu, recursionLimit), ReadFile(modelFile));

    private static OnnxScoringEstimator Apply(TransformsCatalog catalog, OnnxOptions options, byte[] model)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        if (options.GpuDeviceId is { } device && !options.FallbackToCpu)
            throw new InvalidOperationException($"ONNX models run on the processor here. GPU {device} was asked for, and fallbackToCpu was false.");
        var environment = catalog.Environment;
        var shapes = options.ShapeDictionary?.Select(pair => (pair.Key, pair.Value)).ToArray() ?? [];
        return new OnnxScoringEstimator(
            environment, new OnnxTransformer(environment, new OnnxFile(model), options.OutputColumns, options.InputColumns, shapes, options.RecursionLimit));
    }

    private static OnnxOptions Options(
        string[]? outputs, string[]? inputs, IDictionary<string, int[]>? shapes, int? gpuDeviceId, bool fallbackToCpu, int recursionLimit = 100) => new()
    {
        OutputColumns = outputs,
        InputColumns = inputs,
        ShapeDictionary = shapes,
        GpuDeviceId = gpuDeviceId,
        FallbackToCpu = fallbackToCpu,
        RecursionLimit = recursionLimit,
    };

    private static byte[] ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw new FileNotFoundException($"Could not find file '{path}'.", path);
    }

    private static byte[] ReadAll(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
