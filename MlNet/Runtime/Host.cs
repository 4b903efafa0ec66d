namespace Microsoft.ML.Runtime;

/// <summary>A component's environment. Children are numbered in no way; only the order of registering decides their random numbers.</summary>
internal sealed class Host : IHost
{
    private readonly LogSink _sink;
    private readonly string _name;
    private readonly TauswortheHybrid _random;
    private readonly Lock _gate = new();

    internal Host(LogSink sink, string name, TauswortheHybrid random)
    {
        _sink = sink;
        _name = name;
        _random = random;
    }

    public Random Rand => _random;

    public ComponentCatalog ComponentCatalog => _sink.ComponentCatalog;

    public string ContextDescription => _name;

    public IHost Register(string name, int? seed = null, bool? verbose = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (_gate)
        {
            var random = seed is { } value ? new TauswortheHybrid(value) : new TauswortheHybrid(_random);
            return new Host(_sink, _name.Length == 0 ? name : $"{_name}; {name}", random);
        }
    }

    public IChannel Start(string name) => new Channel(_sink, _name.Length == 0 ? name : $"{_name}; {name}");

    public IPipe<TMessage> StartPipe<TMessage>(string name)
    {
        if (typeof(TMessage) == typeof(ChannelMessage))
            return (IPipe<TMessage>)Start(name);
        return new SilentPipe<TMessage>(name);
    }

    public IProgressChannel StartProgressChannel(string name) => new ProgressChannel(name);

    public TException Process<TException>(TException ex)
        where TException : Exception => ex;
}
