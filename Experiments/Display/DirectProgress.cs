namespace MlNetFashion.Experiments.Display;

/// <summary>Hands each report on at once and on the reporting thread, in order; <see cref="Progress{T}"/> would post it to the thread pool.</summary>
internal sealed class DirectProgress<T>(Action<T> handle) : IProgress<T>
{
    public void Report(T value) => handle(value);
}
