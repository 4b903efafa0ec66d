using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers;

/// <summary>A linear model of a binary label: the score is bias plus weights times features, positive for true.</summary>
public sealed class LinearBinaryModelParameters : LinearModelParameters
{
    private const string Signature = "LINEAR2C";

    internal LinearBinaryModelParameters(in VBuffer<float> weights, float bias, ModelStatisticsBase? statistics = null)
        : base(weights, bias)
    {
        Statistics = statistics!;
    }

    /// <summary>How well the model fits its training data; null unless the trainer was asked for it.</summary>
    public readonly ModelStatisticsBase Statistics;

    internal static LinearBinaryModelParameters Load(ModelLoadContext context)
    {
        ModelBlockReader reader = context.Reader;
        reader.CheckVersion(Signature, 0x00020002, 0x00020001);
        if (reader.ReadInt32() != sizeof(float))
            throw reader.Fault("its numbers are not of single precision");
        float bias = reader.ReadSingle();
        int length = reader.ReadInt32();
        int[] indices = reader.ReadCountedValues<int>();
        float[] values = reader.ReadCountedValues<float>();
        if (length <= 0 || (indices.Length == 0 ? values.Length != length && values.Length != 0 : values.Length != indices.Length))
            throw reader.Fault("it has not one weight a feature or index");
        for (int i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= length || (i > 0 && indices[i] <= indices[i - 1]))
                throw reader.Fault("the indices of its weights do not increase within the features");
        }

        return new LinearBinaryModelParameters(new VBuffer<float>(length, values.Length, values, indices), bias, ModelStatisticsBase.LoadOrNull(context));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader(Signature, 0x00020002, 0x00020001, "Linear2CExec", MlNetAssemblies.StandardTrainers));
        block.WriteInt32(sizeof(float));
        block.WriteSingle(Bias);
        block.WriteInt32(WeightVector.Length);
        block.WriteCountedValues(WeightVector.GetIndices());
        block.WriteCountedValues(WeightVector.GetValues());
        ModelStatisticsBase.Save(Statistics, ctx);
    }
}
