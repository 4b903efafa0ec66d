using System.Globalization;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers;

/// <summary>A binary classifier for each class. With probabilities the scores are those, divided by their sum; without, they are the classifiers' own.</summary>
public sealed class OneVersusAllModelParameters : ModelParametersBase<VBuffer<float>>, IValueMapper
{
    private const string Signature = "TLC OVA ";
    private readonly IValueMapper[] _models;
    private readonly bool _probabilities;

    internal OneVersusAllModelParameters(IValueMapper[] models, bool probabilities)
    {
        _models = models;
        _probabilities = probabilities;
        InputType = models[0].InputType;
        OutputType = new VectorDataViewType(NumberDataViewType.Single, models.Length);
    }

    DataViewType IValueMapper.InputType => InputType;

    DataViewType IValueMapper.OutputType => OutputType;

    internal DataViewType InputType { get; }

    internal VectorDataViewType OutputType { get; }

    /// <summary>The classifiers, one a class.</summary>
    internal IReadOnlyList<object> SubModels => _models;

    [Loadable("OVAExec")]
    internal static object Load(ModelLoadContext context)
    {
        ModelBlockReader reader = context.Reader;
        reader.CheckVersion(Signature, 0x00010001, 0x00010001);
        if (reader.ReadInt32() != sizeof(float))
            throw reader.Fault("its numbers are not of single precision");
        bool probabilities = reader.ReadBoolean();
        int classes = reader.ReadInt32();
        if (classes <= 0)
            throw reader.Fault("it has no classes");
        var models = new List<IValueMapper>();
        for (int k = 0; k < classes; k++)
        {
            models.Add(context.LoadModel<IValueMapper>(Folder(k)));
            if (!models[k].InputType.Equals(models[0].InputType) || !models[k].OutputType.Equals(NumberDataViewType.Single))
                throw reader.Fault($"its classifier {k} does not fit the others");
            if (probabilities && models[k] is not IProbabilityMapper)
                throw reader.Fault($"its classifier {k} gives no probabilities");
        }

        return new OneVersusAllModelParameters([.. models], probabilities);
    }

    ValueMapper<TSource, TDestination> IValueMapper.GetMapper<TSource, TDestination>()
    {
        ValueMapper<VBuffer<float>, VBuffer<float>> map = _probabilities ? ProbabilityMapper() : MarginMapper();
        return (ValueMapper<TSource, TDestination>)(Delegate)map;
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader(Signature, 0x00010001, 0x00010001, "OVAExec", MlNetAssemblies.StandardTrainers));
        block.WriteInt32(sizeof(float));
        block.WriteBoolean(_probabilities);
        block.WriteInt32(_models.Length);
        for (int k = 0; k < _models.Length; k++)
            ctx.SaveModel((ICanSaveModel)_models[k], Folder(k));
    }

    private static string Folder(int index) => string.Create(CultureInfo.InvariantCulture, $"SubPredictor_{index:000}");

    private ValueMapper<VBuffer<float>, VBuffer<float>> MarginMapper()
    {
        ValueMapper<VBuffer<float>, float>[] maps = Array.ConvertAll(_models, model => model.GetMapper<VBuffer<float>, float>());
        return (in VBuffer<float> source, ref VBuffer<float> destination) =>
        {
            var editor = VBufferEditor.Create(ref destination, maps.Length);
            for (int k = 0; k < maps.Length; k++)
                maps[k](source, ref editor.Values[k]);
            destination = editor.Commit();
        };
    }

    private ValueMapper<VBuffer<float>, VBuffer<float>> ProbabilityMapper()
    {
        ProbabilityMapper<VBuffer<float>>[] maps = Array.ConvertAll(_models, model => ((IProbabilityMapper)model).GetProbabilityMapper());
        return (in VBuffer<float> source, ref VBuffer<float> destination) =>
        {
            var editor = VBufferEditor.Create(ref destination, maps.Length);
            float sum = 0;
            for (int k = 0; k < maps.Length; k++)
            {
                maps[k](source, out _, out float probability);
                editor.Values[k] = probability;
                sum += probability;
            }

            if (sum > 0)
                System.Numerics.Tensors.TensorPrimitives.Divide(editor.Values, sum, editor.Values);
            destination = editor.Commit();
        };
    }
}
