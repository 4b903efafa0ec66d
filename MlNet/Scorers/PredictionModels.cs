using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.ML.Model;

namespace Microsoft.ML.Data;

/// <summary>How the parts that all scorers share are saved: the model in a folder of its own, the training columns in a file.</summary>
internal static class PredictionModels
{
    private const string ModelFolder = "Model";
    private const string TrainSchemaEntry = "TrainSchema";

    internal static void Save(ModelSaveContext context, object model, DataViewSchema trainSchema)
    {
        var savable = model as ICanSaveModel
            ?? throw new InvalidOperationException($"A model that can be saved was expected. Received: {model.GetType()}.");
        context.SaveModel(savable, ModelFolder);
        context.AddEntry(TrainSchemaEntry, SchemaFile.Write(trainSchema, keepHidden: false));
    }

    internal static (object Model, DataViewSchema TrainSchema) Load(ModelLoadContext context) =>
        (context.LoadModel<object>(ModelFolder), SchemaFile.Read(context.ReadEntry(TrainSchemaEntry), context.EntryName(TrainSchemaEntry)));

    /// <summary>A prediction transformer whose type argument is the class of the model it was loaded with.</summary>
    internal static object CreateTyped(Type transformer, object model, object?[] arguments)
    {
        var typed = transformer.MakeGenericType(model.GetType());
        var constructor = typed.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single();
        try
        {
            return constructor.Invoke(arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is ArgumentException fault)
        {
            throw new InvalidDataException($"The model does not fit the columns it is said to have been trained on: {fault.Message}", fault);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
    }
}
