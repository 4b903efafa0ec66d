using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;

namespace Microsoft.ML.Calibrators;

/// <summary>The calibrated form of every binary classifier; its block says only of what kind the classifier is.</summary>
internal sealed class CalibratedModelParameters<TSubModel, TCalibrator> : CalibratedModelParametersBase<TSubModel, TCalibrator>, ICanSaveModel, IProbabilityMapper
    where TSubModel : class, IValueMapper, ICanSaveModel
    where TCalibrator : class, ICalibrator, ICanSaveModel
{
    private readonly CalibratedBlock _block;

    internal CalibratedModelParameters(TSubModel subModel, TCalibrator calibrator, CalibratedBlock block)
        : base(subModel, calibrator)
    {
        _block = block;
    }

    public DataViewType InputType => SubModel.InputType;

    public DataViewType OutputType => SubModel.OutputType;

    public ValueMapper<TSource, TDestination> GetMapper<TSource, TDestination>() => SubModel.GetMapper<TSource, TDestination>();

    public ProbabilityMapper<VBuffer<float>> GetProbabilityMapper()
    {
        ValueMapper<VBuffer<float>, float> map = SubModel.GetMapper<VBuffer<float>, float>();
        return (in VBuffer<float> source, out float score, out float probability) =>
        {
            score = 0;
            map(source, ref score);
            probability = Calibrator.PredictProbability(score);
        };
    }

    public void Save(ModelSaveContext ctx)
    {
        ctx.Begin(new ModelBlockHeader(_block.Signature, 0x00010001, 0x00010001, _block.Loader, MlNetAssemblies.Data));
        ctx.SaveModel(SubModel, CalibratedBlock.PredictorFolder);
        ctx.SaveModel(Calibrator, CalibratedBlock.CalibratorFolder);
    }
}
