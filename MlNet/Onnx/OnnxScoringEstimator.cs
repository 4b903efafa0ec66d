using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Adds columns with the outputs of an ONNX model. It has nothing to learn.</summary>
public sealed class OnnxScoringEstimator : TrivialEstimator<OnnxTransformer>
{
    internal OnnxScoringEstimator(IHostEnvironment environment, OnnxTransformer transformer)
        : base(environment.Register(nameof(OnnxScoringEstimator)), transformer)
    {
    }

    /// <summary>The columns to come.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input column is not there, or of another type.</exception>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => NetworkShapes.Check(inputSchema, Transformer.InputColumns, Transformer.OutputColumns);
}
