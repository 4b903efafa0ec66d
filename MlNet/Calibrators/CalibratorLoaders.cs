using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Calibrators;

/// <summary>Reads calibrators and calibrated classifiers.</summary>
internal static class CalibratorLoaders
{
    [Loadable("PlattCaliExec")]
    internal static object LoadPlatt(ModelLoadContext context)
    {
        context.Reader.CheckVersion("PLATTCAL", 0x00010001, 0x00010001);
        return new PlattCalibrator(context.Reader.ReadDouble(), context.Reader.ReadDouble());
    }

    [Loadable(CalibratedBlock.LinearLoader)]
    internal static object LoadLinear(ModelLoadContext context) => Load(context, CalibratedBlock.Linear);

    [Loadable(CalibratedBlock.TreeLoader)]
    internal static object LoadTrees(ModelLoadContext context) => Load(context, CalibratedBlock.Trees);

    private static object Load(ModelLoadContext context, CalibratedBlock block)
    {
        context.Reader.CheckVersion(block.Signature, 0x00010001, 0x00010001);
        var model = context.LoadModel<IValueMapper>(CalibratedBlock.PredictorFolder);
        var calibrator = context.LoadModel<PlattCalibrator>(CalibratedBlock.CalibratorFolder);
        return model switch
        {
            Trainers.LinearBinaryModelParameters linear => new CalibratedModelParameters<Trainers.LinearBinaryModelParameters, PlattCalibrator>(linear, calibrator, block),
            Trainers.FastTree.FastTreeBinaryModelParameters trees =>
                new CalibratedModelParameters<Trainers.FastTree.FastTreeBinaryModelParameters, PlattCalibrator>(trees, calibrator, block),
            _ => throw context.Reader.Fault($"a {model.GetType().Name} cannot be calibrated"),
        };
    }
}
