using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>The start of everything: catalogs of what can be done with data, a seed for all randomness, and the log.</summary>
public sealed class MLContext : IHostEnvironment
{
    private readonly LogSink _sink;
    private readonly Host _root;
    private readonly Dictionary<string, object?> _options = new(StringComparer.Ordinal);

    /// <summary>A context.</summary>
    /// <param name="seed">The seed of all components, in the order in which they are made; null for another one every time.</param>
    public MLContext(int? seed = null)
    {
        Seed = seed;
        _sink = new LogSink(Receive);
        _root = new Host(_sink, string.Empty, new TauswortheHybrid(seed ?? Random.Shared.Next()));
        Data = new DataOperationsCatalog(this);
        Transforms = new TransformsCatalog(this);
        Model = new ModelOperationsCatalog(this);
        MulticlassClassification = new MulticlassClassificationCatalog(this);
        BinaryClassification = new BinaryClassificationCatalog(this);
        AnomalyDetection = new AnomalyDetectionCatalog(this);
        Clustering = new ClusteringCatalog(this);
        Regression = new RegressionCatalog(this);
    }

    /// <summary>Every message of the context's components.</summary>
    public event EventHandler<LoggingEventArgs>? Log;

    /// <summary>Training and evaluation of binary classifiers.</summary>
    public BinaryClassificationCatalog BinaryClassification { get; }

    /// <summary>Training and evaluation of classifiers with several classes.</summary>
    public MulticlassClassificationCatalog MulticlassClassification { get; }

    /// <summary>Evaluation of regression models.</summary>
    public RegressionCatalog Regression { get; }

    /// <summary>Training and evaluation of clustering models.</summary>
    public ClusteringCatalog Clustering { get; }

    /// <summary>Training and evaluation of anomaly detectors.</summary>
    public AnomalyDetectionCatalog AnomalyDetection { get; }

    /// <summary>Data processing steps.</summary>
    public TransformsCatalog Transforms { get; }

    /// <summary>Loading, saving and using models.</summary>
    public ModelOperationsCatalog Model { get; }

    /// <summary>Loading, saving, filtering and splitting data.</summary>
    public DataOperationsCatalog Data { get; }

    /// <summary>The assemblies in which a loaded model finds components that others wrote.</summary>
    public ComponentCatalog ComponentCatalog => _sink.ComponentCatalog;

    /// <summary>Where temporary files go.</summary>
    public string TempFilePath { get; set; } = Path.GetTempPath();

    /// <summary>Which graphics card to use; everything here runs on the processor.</summary>
    public int? GpuDeviceId { get; set; }

    /// <summary>Whether a missing graphics card is silently done without.</summary>
    public bool FallbackToCpu { get; set; } = true;

    string IExceptionContext.ContextDescription => "MLContext";

    internal int? Seed { get; }

    /// <summary>Sets an option unless it is set already; true when it was set.</summary>
    public bool TryAddOption<T>(string name, T value) => _options.TryAdd(name, value);

    /// <summary>Sets an option.</summary>
    public void SetOption<T>(string name, T value) => _options[name] = value;

    /// <summary>Fetches an option.</summary>
    public bool TryGetOption<T>(string name, out T value)
    {
        if (_options.TryGetValue(name, out var found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>An option, or the default where it is not set.</summary>
    public T GetOptionOrDefault<T>(string name)
    {
        TryGetOption<T>(name, out var value);
        return value;
    }

    /// <summary>Removes an option; true when it was set.</summary>
    public bool RemoveOption(string name) => _options.Remove(name);

    IHost IHostEnvironment.Register(string name, int? seed, bool? verbose) => _root.Register(name, seed, verbose);

    IChannel IChannelProvider.Start(string name) => _root.Start(name);

    IPipe<TMessage> IChannelProvider.StartPipe<TMessage>(string name) => _root.StartPipe<TMessage>(name);

    IProgressChannel IProgressChannelProvider.StartProgressChannel(string name) => _root.StartProgressChannel(name);

    TException IExceptionContext.Process<TException>(TException ex) => ex;

    private void Receive(string source, ChannelMessage message)
    {
        var log = Log;
        log?.Invoke(this, new LoggingEventArgs(message.Message, message.Kind, source));
    }
}
