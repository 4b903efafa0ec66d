namespace Microsoft.ML.Transforms.Onnx;

/// <summary>How an ONNX model is applied.</summary>
public sealed class OnnxOptions
{
    /// <summary>Path of the model.</summary>
    public string ModelFile = null!;

    /// <summary>The inputs that are fed, with the names of the columns that feed them. The default, null, is all inputs of the model.</summary>
    public string[]? InputColumns;

    /// <summary>The outputs that are wanted, with the names of the columns that are made. The default, null, is all outputs of the model.</summary>
    public string[]? OutputColumns;

    /// <summary>The GPU to run on. The default, null, is the processor, the only place where models run here.</summary>
    public int? GpuDeviceId = null;

    /// <summary>Whether the processor is used where the GPU cannot be. The default is false.</summary>
    public bool FallbackToCpu = false;

    /// <summary>Shapes that replace those of the model, by the names of inputs and outputs. The default, null, is none.</summary>
    public IDictionary<string, int[]>? ShapeDictionary;

    /// <summary>How deeply messages of the model file may nest; saved with the model. The default is 100.</summary>
    public int RecursionLimit = 100;

    /// <summary>Kept for compatibility; all cores are used.</summary>
    public int? InterOpNumThreads = null;

    /// <summary>Kept for compatibility; all cores are used.</summary>
    public int? IntraOpNumThreads = null;
}
