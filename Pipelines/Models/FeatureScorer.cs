namespace MlNetFashion.Pipelines.Models;

/// <summary>The component of ML.NET that runs a network's layers but the last when a saved model is used.</summary>
public enum FeatureScorer
{
    /// <summary>A frozen TensorFlow graph behind a TensorFlowTransformer; apps need Microsoft.ML.TensorFlow and its native library.</summary>
    TensorFlow,

    /// <summary>An ONNX model behind an OnnxTransformer; apps need Microsoft.ML.OnnxTransformer and ONNX Runtime.</summary>
    Onnx,
}
